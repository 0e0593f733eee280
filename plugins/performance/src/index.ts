/**
 * Performance budgets, runs and verdicts in Backstage's frontend.
 *
 * @packageDocumentation
 */
export {
  EntityPerformanceCard,
  EntityPerformanceContent,
  PerformancePage,
  performancePlugin,
} from './plugin';
export { isPerformanceAvailable } from './entity/isPerformanceAvailable';
