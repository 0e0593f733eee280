import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { durationToMilliseconds } from '@backstage/types';
import { GithubIssues } from './GithubIssues';
import { IssueTracker } from './IssueTracker';
import { JiraConfig, JiraIssues } from './JiraIssues';

const JIRA_CLOUD = '.atlassian.net';

const LOOK_EVERY_MS = 5 * 60_000;

/** Where issues may be made of findings. */
export interface IssueTrackers {
  /** By name. */
  trackers: ReadonlyMap<string, IssueTracker>;
  /**
   * Projects for issues about any entity, by name of the tracker; besides them, issues go where an entity's own
   * annotation says.
   */
  projects: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often an issue is looked at that nothing happened to here, in milliseconds. */
  lookEvery: number;
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
    const tracker = trackers.get(name);
    if (!tracker) {
      throw new InputError(
        `performance.issues.projects names the tracker '${name}', which isn't configured; there ${
          trackers.size === 0
            ? 'is none'
            : `are ${[...trackers.keys()].join(', ')}`
        }`,
      );
    }
    const named = item.getStringArray('projects');
    const wrong = named.find(one => !tracker.isProject(one));
    if (wrong !== undefined) {
      throw new InputError(
        `performance.issues.projects of '${name}': '${wrong}' is none; write ${
          tracker.type === 'github' ? 'owner/name' : 'the key, e.g. SHOP'
        }`,
      );
    }
    projects.set(name, new Set([...(projects.get(name) ?? []), ...named]));
  }
  return { trackers, projects, lookEvery: readLookEvery(own) };
}

function readLookEvery(config: Config | undefined): number {
  const milliseconds = config?.has('lookEvery')
    ? durationToMilliseconds(
        readDurationFromConfig(config, { key: 'lookEvery' }),
      )
    : LOOK_EVERY_MS;
  if (milliseconds < 1000) {
    throw new InputError(
      'performance.issues.lookEvery: write a second or more, e.g. { minutes: 5 }',
    );
  }
  return milliseconds;
}

function readJira(config: Config): JiraConfig {
  const name = config.getString('name');
  const url = config.getString('url').replace(/\/+$/, '');
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new InputError(
      `performance.issues.jira '${name}': '${url}' is no address with http or https`,
    );
  }
  const { hostname } = new URL(url);
  const email = config.getOptionalString('email');
  const token = config.getString('token');
  if (!email && hostname.endsWith(JIRA_CLOUD)) {
    throw new InputError(
      `performance.issues.jira '${name}': Jira Cloud takes a token only with the \`email\` of whose it is`,
    );
  }
  return {
    name,
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
