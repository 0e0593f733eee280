export * from './OpenSloLoss';
export * from './OpenSloProblem';
export * from './openSloRules';
export * from './ParsedSlo';
export * from './parseOpenSlo';
export * from './SloDialect';
export { formatSloDuration, parseSloDuration } from './sloDuration';
export { writeSlo } from './writeSlo';
