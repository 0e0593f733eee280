import { CiContext, EnvironmentVariables } from './CiContext';

/**
 * Variables of Jenkins: of the Git plugin (`GIT_…`), and of multibranch pipelines (`BRANCH_NAME`,
 * `TAG_NAME`, and `CHANGE_…` for pull requests).
 *
 * @see https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
 */
export function jenkins(
  variables: EnvironmentVariables,
): CiContext | undefined {
  if (!variables.JENKINS_URL) {
    return undefined;
  }
  return {
    system: 'Jenkins',
    commit: variables.GIT_COMMIT,
    branch: branchOf(variables),
    ciUrl: variables.BUILD_URL,
    release: variables.TAG_NAME,
  };
}

function branchOf(variables: EnvironmentVariables): string | undefined {
  if (variables.CHANGE_ID) {
    return variables.CHANGE_FORK || !variables.CHANGE_BRANCH
      ? `pull/${variables.CHANGE_ID}`
      : variables.CHANGE_BRANCH;
  }
  if (variables.TAG_NAME) {
    return undefined;
  }
  // GIT_BRANCH names the remote too: `origin/main`.
  return (
    variables.BRANCH_NAME ??
    variables.GIT_LOCAL_BRANCH ??
    variables.GIT_BRANCH?.replace(/^(refs\/remotes\/)?origin\//, '')
  );
}
