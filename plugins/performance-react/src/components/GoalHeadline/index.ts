export { GoalHeadline } from './GoalHeadline';
