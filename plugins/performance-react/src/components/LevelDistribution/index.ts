export { LevelDistribution } from './LevelDistribution';
export type { LevelCount } from './LevelDistribution';
