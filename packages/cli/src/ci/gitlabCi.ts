import { CiContext, EnvironmentVariables } from './CiContext';

/**
 * Predefined variables of GitLab CI/CD.
 *
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function gitlabCi(
  variables: EnvironmentVariables,
): CiContext | undefined {
  if (variables.GITLAB_CI !== 'true') {
    return undefined;
  }
  return {
    system: 'GitLab CI',
    // In merged results pipelines CI_COMMIT_SHA is a merge commit that exists nowhere else.
    commit:
      variables.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || variables.CI_COMMIT_SHA,
    branch: branchOf(variables),
    ciUrl: variables.CI_JOB_URL ?? variables.CI_PIPELINE_URL,
    release: variables.CI_COMMIT_TAG,
    environment: variables.CI_ENVIRONMENT_NAME,
  };
}

function branchOf(variables: EnvironmentVariables): string | undefined {
  const mergeRequest = variables.CI_MERGE_REQUEST_IID;
  if (!mergeRequest) {
    return variables.CI_COMMIT_BRANCH;
  }
  return variables.CI_MERGE_REQUEST_SOURCE_PROJECT_PATH ===
    variables.CI_MERGE_REQUEST_PROJECT_PATH
    ? variables.CI_MERGE_REQUEST_SOURCE_BRANCH_NAME
    : `merge-requests/${mergeRequest}`;
}
