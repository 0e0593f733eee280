/**
 * What module authors and the suite's own packages need on the server side: report parsers,
 * permission rules and extension points.
 *
 * @packageDocumentation
 */
export * from './checks';
export * from './extensions';
export * from './permissions';
export * from './reports';
