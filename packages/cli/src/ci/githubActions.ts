import { readFileSync } from 'node:fs';
import { CiContext, EnvironmentVariables } from './CiContext';

interface PullRequestEvent {
  pull_request?: {
    number?: number;
    head?: { sha?: string; repo?: { full_name?: string } | null };
  };
}

/**
 * Default variables of GitHub Actions. For pull requests `GITHUB_SHA` is a merge commit that exists
 * nowhere else, so the commit comes from the event.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function githubActions(
  variables: EnvironmentVariables,
): CiContext | undefined {
  if (variables.GITHUB_ACTIONS !== 'true') {
    return undefined;
  }
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_REF_NAME: refName,
    GITHUB_REF_TYPE: refType,
  } = variables;
  const common = {
    system: 'GitHub Actions',
    ciUrl:
      server && repository && runId
        ? `${server}/${repository}/actions/runs/${runId}${
            attempt ? `/attempts/${attempt}` : ''
          }`
        : undefined,
  };
  if (variables.GITHUB_HEAD_REF) {
    const { pull_request: pullRequest } = readEvent(
      variables.GITHUB_EVENT_PATH,
    );
    const isOwnBranch = pullRequest?.head?.repo?.full_name === repository;
    return {
      ...common,
      commit: pullRequest?.head?.sha ?? variables.GITHUB_SHA,
      // GITHUB_REF_NAME of a pull request is `<number>/merge`.
      branch: isOwnBranch
        ? variables.GITHUB_HEAD_REF
        : `pull/${pullRequest?.number ?? refName?.split('/')[0]}`,
    };
  }
  return {
    ...common,
    commit: variables.GITHUB_SHA,
    branch: refType === 'branch' ? refName : undefined,
    release: refType === 'tag' ? refName : undefined,
  };
}

function readEvent(path: string | undefined): PullRequestEvent {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : {};
  } catch {
    // Without it there is still the merge commit, and the number in the ref's name.
    return {};
  }
}
