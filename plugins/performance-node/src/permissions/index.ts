export { inEnvironment } from './inEnvironment';
export { isEntityOwner } from './isEntityOwner';
export { isFindingEntityOwner } from './isFindingEntityOwner';
export { isFindingOwner } from './isFindingOwner';
export { isReviewEntityOwner } from './isReviewEntityOwner';
export { isReviewer } from './isReviewer';
export {
  createPerformanceConditionalDecision,
  createPerformanceFindingConditionalDecision,
  createPerformanceReviewConditionalDecision,
  performanceConditions,
  performanceFindingConditions,
  performanceReviewConditions,
} from './performanceConditions';
export { performanceEntityResourceRef } from './performanceEntityResourceRef';
export type {
  PerformanceEntityFilter,
  PerformanceEntityResource,
} from './performanceEntityResourceRef';
export { performanceFindingResourceRef } from './performanceFindingResourceRef';
export type {
  PerformanceFindingFilter,
  PerformanceFindingResource,
} from './performanceFindingResourceRef';
export { performanceReviewResourceRef } from './performanceReviewResourceRef';
export type {
  PerformanceReviewFilter,
  PerformanceReviewResource,
} from './performanceReviewResourceRef';
