export { increaseOver } from './increaseOver';
export type { IncreaseQuery } from './increaseOver';
