import { CiContext, EnvironmentVariables } from './CiContext';
import { githubActions } from './githubActions';
import { gitlabCi } from './gitlabCi';
import { jenkins } from './jenkins';

/** What the pipeline this runs in says of itself; `undefined` outside of one. */
export function detectCi(
  variables: EnvironmentVariables,
): CiContext | undefined {
  return githubActions(variables) ?? gitlabCi(variables) ?? jenkins(variables);
}
