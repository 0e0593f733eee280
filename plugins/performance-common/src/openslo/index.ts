export type * from './OpenSloLoss';
export type * from './OpenSloProblem';
export type * from './SloDialect';
export { formatSloDuration, parseSloDuration } from './sloDuration';
