import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { GithubIssues } from './GithubIssues';
import { IssueTracker } from './IssueTracker';
import { JiraConfig, JiraIssues } from './JiraIssues';

const JIRA_CLOUD = '.atlassian.net';

/** Where issues may be made of findings. */
export interface IssueTrackers {
  /** By name. */
  trackers: ReadonlyMap<string, IssueTracker>;
  /**
   * Projects for issues about any entity, by name of the tracker; besides them, issues go where an entity's own
   * annotation says.
   */
  projects: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Every GitHub host of `integrations.github` that has credentials, and every Jira of `performance.issues.jira`.
 *
 * @throws InputError for a Jira without what it needs, and for a name given twice.
 */
export function readIssueTrackers(
  config: RootConfigService,
  clock: () => Date,
): IssueTrackers {
  const trackers = new Map<string, IssueTracker>();
  const add = (tracker: IssueTracker) => {
    if (trackers.has(tracker.name)) {
      throw new InputError(
        `performance.issues: there is more than one tracker '${tracker.name}'`,
      );
    }
    trackers.set(tracker.name, tracker);
  };
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  for (const { config: github } of integrations.github.list()) {
    if (github.apiBaseUrl && (github.token || github.apps?.length)) {
      const { host, apiBaseUrl } = github;
      add(new GithubIssues({ host, apiBaseUrl, credentials, clock }));
    }
  }
  const own = config.getOptionalConfig('performance.issues');
  for (const item of own?.getOptionalConfigArray('jira') ?? []) {
    add(new JiraIssues(readJira(item), clock));
  }
  const projects = new Map<string, Set<string>>();
  for (const item of own?.getOptionalConfigArray('projects') ?? []) {
    const name = item.getString('tracker');
    if (!trackers.has(name)) {
      throw new InputError(
        `performance.issues.projects names the tracker '${name}', which isn't configured; there ${
          trackers.size === 0
            ? 'is none'
            : `are ${[...trackers.keys()].join(', ')}`
        }`,
      );
    }
    projects.set(
      name,
      new Set([
        ...(projects.get(name) ?? []),
        ...item.getStringArray('projects'),
      ]),
    );
  }
  return { trackers, projects };
}

function readJira(config: Config): JiraConfig {
  const url = config.getString('url').replace(/\/+$/, '');
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new InputError(
      `performance.issues.jira: '${url}' is neither http nor https`,
    );
  }
  const email = config.getOptionalString('email');
  const token = config.getString('token');
  return {
    name: config.getString('name'),
    url,
    cloud: config.getOptionalBoolean('cloud') ?? hostname.endsWith(JIRA_CLOUD),
    headers: {
      // Jira Cloud takes an API token with whose it is, Jira Data Center a personal access token.
      authorization: email
        ? `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`
        : `Bearer ${token}`,
    },
    issueType: config.getOptionalString('issueType') ?? 'Task',
  };
}
