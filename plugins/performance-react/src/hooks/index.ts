export { usePerformanceData } from './usePerformanceData';
export type { PerformanceData } from './usePerformanceData';
export { useViewState } from './useViewState';
export type { ViewState, ViewStatePatch } from './useViewState';
export { usePerformanceLinks } from './usePerformanceLinks';
export type { LinkQuery, PerformanceLinks } from './usePerformanceLinks';
