import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { GithubCredentialsProvider } from '@backstage/integration';
import { IssueFailure } from './IssueFailure';
import { IssueContent, IssueTracker, RemoteIssue } from './IssueTracker';
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
  state: string;
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
    const issue = await this.ask<GithubIssue>(project, 'POST', '', {
      title: content.title,
      body: marked(content, marker),
    });
    return this.issueOf(project, this.expected(issue, project));
  }

  async find(project: string, marker: string, since: Date) {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const issues = await this.ask<GithubIssue[]>(
        project,
        'GET',
        `?state=all&sort=created&direction=desc&per_page=100&page=${page}&since=${encodeURIComponent(
          since.toISOString(),
        )}`,
      );
      const found = issues?.find(
        ({ body, pull_request: pull }) =>
          !pull && body?.includes(commentOf(marker)),
      );
      if (found) {
        return this.issueOf(project, found);
      }
      if (!issues || issues.length < 100) {
        break;
      }
    }
    return undefined;
  }

  async get(key: string) {
    const { project, number } = this.parse(key);
    const issue = await this.ask<GithubIssue>(project, 'GET', `/${number}`);
    return issue && this.issueOf(project, issue);
  }

  async save(
    key: string,
    change: { content?: IssueContent & { marker: string }; closed?: boolean },
  ) {
    const { project, number } = this.parse(key);
    const { content, closed } = change;
    const issue = await this.ask<GithubIssue>(project, 'PATCH', `/${number}`, {
      ...(content && {
        title: content.title,
        body: marked(content, content.marker),
      }),
      ...(closed !== undefined && { state: closed ? 'closed' : 'open' }),
    });
    return this.issueOf(project, this.expected(issue, key));
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
    const { headers } = await credentials.getCredentials({
      url: `https://${host}/${project}`,
    });
    return requestJson<T>({
      method,
      url: `${apiBaseUrl}/repos/${project}/issues${path}`,
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        ...headers,
      },
      body,
      now: clock(),
    });
  }

  private issueOf(project: string, issue: GithubIssue): RemoteIssue {
    return {
      key: `${project}#${issue.number}`,
      url: issue.html_url,
      closed: issue.state === 'closed',
    };
  }

  private expected(issue: GithubIssue | undefined, name: string): GithubIssue {
    if (!issue) {
      throw new IssueFailure(
        `${this.name} has no ${name}, or its credentials don't reach it, or it has no issues`,
        { passing: false },
      );
    }
    return issue;
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

/** Isn't shown to readers. */
function commentOf(marker: string): string {
  return `<!-- ${marker} -->`;
}

function marked({ body }: IssueContent, marker: string): string {
  return `${body}\n\n${commentOf(marker)}\n`;
}
