export { GoalHeadline } from './GoalHeadline';
export type { GoalStanding } from './GoalHeadline';
