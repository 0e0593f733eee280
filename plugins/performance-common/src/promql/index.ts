export { promQlProblem } from './promQlProblem';
export { increaseOver } from './increaseOver';
export type { IncreaseQuery } from './increaseOver';
