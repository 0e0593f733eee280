/**
 * Local stand-ins of the issue APIs of GitHub and Jira, for tests.
 *
 * @packageDocumentation
 */
export {
  startGithub,
  type StandInGithub,
  type StandInIssue,
} from './startGithub';
export {
  startJira,
  type StandInJira,
  type StandInJiraIssue,
} from './startJira';
export { type StandIn } from './startStandIn';
