import { Entity } from '@backstage/catalog-model';
import { IssueFailure } from './IssueFailure';
import {
  IssueChange,
  IssueContent,
  IssueTracker,
  RemoteIssue,
} from './IssueTracker';
import { jiraMarkup } from './jiraMarkup';
import { requestJson } from './requestJson';

/** The annotation of the community's Jira plugins. */
const PROJECT_ANNOTATION = 'jira/project-key';

const PROJECT = /^[A-Z][A-Z0-9_]+$/;
const KEY = /^([A-Z][A-Z0-9_]+)-\d+$/;

/** Of a summary, and of a description. Jira refuses longer ones. */
const MOST_SUMMARY = 255;
const MOST_DESCRIPTION = 32_767;

interface JiraIssue {
  key: string;
  fields: { status: JiraStatus };
}

interface JiraStatus {
  /** Jira REST API: `new`, `indeterminate` or `done`, whatever the status is called. */
  statusCategory: { key: string };
}

interface JiraTransition {
  id: string;
  to: JiraStatus;
  /** Fields that somebody would have to fill in. */
  fields?: Record<string, { required: boolean; hasDefaultValue?: boolean }>;
}

/** Configuration of one Jira. */
export interface JiraConfig {
  name: string;
  /** Without a slash at the end. */
  url: string;
  /** Jira Cloud searches at another address than Jira Data Center. */
  cloud: boolean;
  headers: Record<string, string>;
  issueType: string;
}

/** Issues of Jira Cloud and Jira Data Center, by version 2 of their REST API, which both have. */
export class JiraIssues implements IssueTracker {
  readonly type = 'jira';

  constructor(
    private readonly config: JiraConfig,
    private readonly clock: () => Date,
  ) {}

  get name() {
    return this.config.name;
  }

  projectOf(entity: Entity): string | undefined {
    const key = entity.metadata.annotations?.[PROJECT_ANNOTATION];
    return key && PROJECT.test(key) ? key : undefined;
  }

  isProject(name: string) {
    return PROJECT.test(name);
  }

  readKey(text: string) {
    const address = `${this.config.url}/browse/`;
    const match = KEY.exec(
      text.startsWith(address)
        ? text.slice(address.length).replace(/[?#].*$/, '')
        : text.toUpperCase(),
    );
    return match ? { project: match[1], key: match[0] } : undefined;
  }

  async create(project: string, content: IssueContent, marker: string) {
    if (!PROJECT.test(project)) {
      throw new IssueFailure(
        `'${project}' isn't the key of a Jira project: write e.g. SHOP`,
        { passing: false },
      );
    }
    const created = await this.ask<{ key: string }>('POST', '/issue', {
      fields: {
        project: { key: project },
        issuetype: { name: this.config.issueType },
        labels: [marker],
        ...fieldsOf(content),
      },
    });
    if (!created) {
      throw this.absent(project);
    }
    return this.issueOf(created.key, false);
  }

  async find(project: string, marker: string) {
    const query = new URLSearchParams({
      jql: `project = "${project}" and labels = "${marker}"`,
      fields: 'status',
      maxResults: '1',
    });
    const path = this.config.cloud ? '/search/jql' : '/search';
    const found = await this.ask<{ issues: JiraIssue[] }>(
      'GET',
      `${path}?${query}`,
    );
    if (!found) {
      // Without an answer there may be one all the same.
      throw new IssueFailure(
        `${this.name} has no search at ${path}: is \`cloud\` right in the configuration?`,
        { passing: false },
      );
    }
    const [issue] = found.issues;
    return issue && this.issueOf(issue.key, isDone(issue.fields.status));
  }

  async get(key: string) {
    const issue = await this.ask<JiraIssue>(
      'GET',
      `/issue/${this.checked(key)}?fields=status`,
    );
    if (!issue) {
      // What can't be seen isn't gone.
      const project = key.slice(0, key.lastIndexOf('-'));
      if (!(await this.ask('GET', `/project/${project}`))) {
        throw this.absent(project);
      }
      return undefined;
    }
    return this.issueOf(issue.key, isDone(issue.fields.status));
  }

  async save(key: string, change: IssueChange) {
    const { content, closed } = change;
    if (content) {
      await this.ask('PUT', `/issue/${this.checked(key)}`, {
        fields: fieldsOf(content),
      });
    }
    const issue = await this.get(key);
    if (!issue) {
      throw this.absent(key);
    }
    if (closed === undefined || issue.closed === closed) {
      return issue;
    }
    await this.move(key, closed);
    return { ...issue, closed };
  }

  /** Workflows differ: whatever step leads where it has to go is taken. */
  private async move(key: string, closed: boolean): Promise<void> {
    const path = `/issue/${this.checked(key)}/transitions`;
    const answer = await this.ask<{ transitions: JiraTransition[] }>(
      'GET',
      `${path}?expand=transitions.fields`,
    );
    const transition = (answer?.transitions ?? [])
      .filter(({ to }) => isDone(to) === closed)
      .find(({ fields = {} }) =>
        Object.values(fields).every(
          ({ required, hasDefaultValue }) => !required || hasDefaultValue,
        ),
      );
    if (!transition) {
      throw new IssueFailure(
        `The workflow of ${key} has no step to ${
          closed ? 'a status that is done' : 'one that is not done'
        } which needs nothing filled in: move it by hand`,
        { passing: false },
      );
    }
    await this.ask('POST', path, { transition: { id: transition.id } });
  }

  private async ask<T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<T | undefined> {
    return requestJson<T>({
      method,
      url: `${this.config.url}/rest/api/2${path}`,
      headers: this.config.headers,
      body,
      now: this.clock(),
    });
  }

  private issueOf(key: string, closed: boolean): RemoteIssue {
    return { key, url: `${this.config.url}/browse/${key}`, closed };
  }

  private checked(key: string): string {
    if (!KEY.test(key)) {
      throw new IssueFailure(`'${key}' isn't an issue of ${this.name}`, {
        passing: false,
      });
    }
    return key;
  }

  private absent(name: string): IssueFailure {
    return new IssueFailure(
      `${this.name} has no ${name}, or its user can't see it`,
      { passing: false },
    );
  }
}

function isDone({ statusCategory }: JiraStatus): boolean {
  return statusCategory.key === 'done';
}

function fieldsOf({ title, body }: IssueContent) {
  return {
    // Jira refuses line breaks and longer ones.
    summary: title.replace(/\s+/g, ' ').slice(0, MOST_SUMMARY),
    // Version 2 takes Jira's own markup, of Jira Cloud too; documents are for version 3, which Data Center lacks.
    description: jiraMarkup(body).slice(0, MOST_DESCRIPTION),
  };
}
