/**
 * The backend of performance governance: reports become runs, runs and definitions become verdicts.
 *
 * @packageDocumentation
 */
export { performancePlugin as default } from './plugin';
