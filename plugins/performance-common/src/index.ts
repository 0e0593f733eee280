/**
 * The language of performance governance: metrics, runs, definitions, verdicts, and the one pure
 * engine that turns definitions and facts into verdicts.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './catalog';
export * from './metrics';
export * from './runs';
export * from './units';
export * from './statistics';
export * from './definitions';
export * from './openslo';
export * from './evaluation';
export * from './errorBudgets';
export * from './findings';
export * from './reviews';
export * from './slos';
export * from './promql';
export * from './gate';
export * from './comparison';
export * from './analysis';
export * from './permissions';
export * from './api';
