import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { GithubCredentialsProvider } from '@backstage/integration';
import { IssueFailure } from './IssueFailure';
import {
  IssueChange,
  IssueContent,
  IssueTracker,
  RemoteIssue,
} from './IssueTracker';
import { requestJson } from './requestJson';

/** The annotation of Backstage's own GitHub plugins. */
const PROJECT_ANNOTATION = 'github.com/project-slug';

const PROJECT = /^[\w.-]+\/[\w.-]+$/;
const KEY = /^([\w.-]+\/[\w.-]+)#(\d+)$/;

/** Much more than anybody makes of findings between two attempts. */
const MOST_PAGES = 5;

interface GithubIssue {
  number: number;
  html_url: string;
  /** Of the API; the repository's own, whatever it was asked for by. */
  repository_url: string;
  state: string;
  state_reason?: string | null;
  body: string | null;
  pull_request?: unknown;
}

/** Issues of GitHub, by its REST API of version 2022-11-28. */
export class GithubIssues implements IssueTracker {
  readonly type = 'github';

  constructor(
    private readonly options: {
      /** Of the integration, e.g. `github.com`. */
      host: string;
      /** e.g. `https://api.github.com`. */
      apiBaseUrl: string;
      credentials: GithubCredentialsProvider;
      clock: () => Date;
    },
  ) {}

  get name() {
    return this.options.host;
  }

  projectOf(entity: Entity): string | undefined {
    const annotations = entity.metadata.annotations ?? {};
    const slug = annotations[PROJECT_ANNOTATION];
    const source = annotations[ANNOTATION_SOURCE_LOCATION];
    if (!slug || !PROJECT.test(slug)) {
      return undefined;
    }
    return !source || this.isSource(source) ? slug : undefined;
  }

  async create(project: string, content: IssueContent, marker: string) {
    const issue = await this.ask<GithubIssue>(project, 'POST', '/issues', {
      title: content.title,
      body: marked(content, marker),
    });
    return issueOf(this.expected(issue, project));
  }

  async find(project: string, marker: string, since: Date) {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const issues = await this.ask<GithubIssue[]>(
        project,
        'GET',
        `/issues?state=all&sort=created&direction=desc&per_page=100&page=${page}&since=${encodeURIComponent(
          since.toISOString(),
        )}`,
      );
      // Without an answer there may be one all the same.
      const found = this.expected(issues, project).find(
        ({ body, pull_request: pull }) =>
          !pull && body?.includes(commentOf(marker)),
      );
      if (found) {
        return issueOf(found);
      }
      if (!issues || issues.length < 100) {
        break;
      }
    }
    return undefined;
  }

  isProject(name: string) {
    return PROJECT.test(name);
  }

  readKey(text: string) {
    const { host } = this.options;
    const address = `https://${host}/`;
    const match = KEY.exec(
      text.startsWith(address)
        ? text
            .slice(address.length)
            .replace(/\/issues\/(\d+)(?:[#?].*)?$/, '#$1')
        : text,
    );
    return match ? { project: match[1], key: match[0] } : undefined;
  }

  async get(key: string) {
    const { project, number } = this.parse(key);
    const issue = await this.ask<GithubIssue>(
      project,
      'GET',
      `/issues/${number}`,
    );
    if (!issue) {
      // What can't be seen isn't gone.
      this.expected(await this.ask<object>(project, 'GET', ''), project);
      return undefined;
    }
    if (issue.pull_request) {
      throw new IssueFailure(`${key} is a pull request`, { passing: false });
    }
    return issueOf(issue);
  }

  async save(key: string, change: IssueChange) {
    const { project, number } = this.parse(key);
    const { content, closed, isDropped } = change;
    const issue = await this.ask<GithubIssue>(
      project,
      'PATCH',
      `/issues/${number}`,
      {
        ...(content && {
          title: content.title,
          body: marked(content, content.marker),
        }),
        ...(closed !== undefined && { state: closed ? 'closed' : 'open' }),
        ...(closed && {
          state_reason: isDropped ? 'not_planned' : 'completed',
        }),
      },
    );
    return issueOf(this.expected(issue, key));
  }

  private async ask<T>(
    project: string,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
  ): Promise<T | undefined> {
    if (!PROJECT.test(project)) {
      throw new IssueFailure(
        `'${project}' isn't a repository: write owner/name`,
        { passing: false },
      );
    }
    const { apiBaseUrl, host, credentials, clock } = this.options;
    const { headers } = await credentials
      .getCredentials({ url: `https://${host}/${project}` })
      .catch(error => {
        throw new IssueFailure(
          `There are no credentials for ${project} of ${host}: ${
            isError(error) ? error.message : error
          }`,
          { passing: true },
        );
      });
    return requestJson<T>({
      method,
      url: `${apiBaseUrl}/repos/${project}${path}`,
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        ...headers,
      },
      body,
      now: clock(),
    });
  }

  private expected<T>(answer: T | undefined, name: string): T {
    if (answer === undefined) {
      throw new IssueFailure(
        `${this.name} has no ${name}, or its credentials don't reach it, or it has no issues`,
        { passing: false },
      );
    }
    return answer;
  }

  private parse(key: string): { project: string; number: string } {
    const match = KEY.exec(key);
    if (!match) {
      throw new IssueFailure(`'${key}' isn't an issue of ${this.name}`, {
        passing: false,
      });
    }
    return { project: match[1], number: match[2] };
  }

  private isSource(source: string): boolean {
    try {
      return (
        new URL(parseLocationRef(source).target).host === this.options.host
      );
    } catch {
      return false;
    }
  }
}

function issueOf(issue: GithubIssue): RemoteIssue {
  const [name, owner] = issue.repository_url.split('/').reverse();
  const { state_reason: reason } = issue;
  return {
    key: `${owner}/${name}#${issue.number}`,
    url: issue.html_url,
    closed: issue.state === 'closed',
    reason:
      issue.state === 'closed' && reason && reason !== 'completed'
        ? reason.replace('_', ' ')
        : undefined,
  };
}

/** Isn't shown to readers. */
function commentOf(marker: string): string {
  return `<!-- ${marker} -->`;
}

function marked({ body }: IssueContent, marker: string): string {
  return `${body}\n\n${commentOf(marker)}\n`;
}
