/**
 * What module authors and the suite's own packages need on the server side: report parsers,
 * metric sources, permission rules and extension points.
 *
 * @packageDocumentation
 */
export * from './checks';
export * from './extensions';
export * from './metrics';
export * from './permissions';
export * from './reports';
export * from './slos';
