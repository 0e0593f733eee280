export { inEnvironment } from './inEnvironment';
export { isEntityOwner } from './isEntityOwner';
export {
  createPerformanceConditionalDecision,
  performanceConditions,
} from './performanceConditions';
export { performanceEntityResourceRef } from './performanceEntityResourceRef';
export type {
  PerformanceEntityFilter,
  PerformanceEntityResource,
} from './performanceEntityResourceRef';
