/**
 * A real Prometheus with data of the past, for tests.
 *
 * @packageDocumentation
 */
export { checkoutMetrics } from './checkoutMetrics';
export { findPrometheus, hasPrometheus } from './findPrometheus';
export { startPrometheus, type TestPrometheus } from './startPrometheus';
