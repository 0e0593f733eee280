/**
 * The language of performance governance: metrics, runs, definitions, verdicts, and the one pure
 * engine that turns definitions and facts into verdicts.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './permissions';
export * from './api';
