export { LevelBadge } from './LevelBadge';
export { LevelRing } from './LevelRing';
