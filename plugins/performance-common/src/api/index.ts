export * from './createPerformanceClient';
export type { components, operations, paths } from './schema.generated';
