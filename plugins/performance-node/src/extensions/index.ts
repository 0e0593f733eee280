export {
  reportParsersExtensionPoint,
  type ReportParsersExtensionPoint,
} from './reportParsersExtensionPoint';
export {
  performanceCheckTypesExtensionPoint,
  type PerformanceCheckTypesExtensionPoint,
} from './performanceCheckTypesExtensionPoint';
export {
  performanceMetricSourcesExtensionPoint,
  type PerformanceMetricSourcesExtensionPoint,
} from './performanceMetricSourcesExtensionPoint';
