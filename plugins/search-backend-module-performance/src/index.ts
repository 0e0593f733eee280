/**
 * Finds performance reviews and findings in Backstage's search.
 *
 * @packageDocumentation
 */
export { searchModulePerformance as default } from './module';
export type {
  PerformanceFindingDocument,
  PerformanceReviewDocument,
} from './documents';
