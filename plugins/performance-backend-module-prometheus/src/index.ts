/**
 * Metric sources for performance governance that speak Prometheus's HTTP API.
 *
 * @packageDocumentation
 */
export { performanceModulePrometheus as default } from './module';
