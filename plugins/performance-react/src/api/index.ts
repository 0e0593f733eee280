export * from './schema';
export { performanceApiRef } from './PerformanceApi';
export type { PerformanceApi } from './PerformanceApi';
export { PerformanceClientApi } from './PerformanceClientApi';
