import {
  FindingCategory,
  FindingEffort,
  FindingStatus,
  RiskGrade,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';

/**
 * The word for each risk, as people read it.
 *
 * @public
 */
export const RISK_WORDS: Record<RiskLevel, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/**
 * The words for each step of severity or likelihood.
 *
 * @public
 */
export const RISK_GRADE_WORDS: Record<RiskGrade, string> = {
  'very-low': 'Very low',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
};

/**
 * The word for each status of a finding.
 *
 * @public
 */
export const FINDING_STATUS_WORDS: Record<FindingStatus, string> = {
  open: 'Open',
  'in-progress': 'In progress',
  resolved: 'Resolved',
  verified: 'Verified',
  'risk-accepted': 'Risk accepted',
  duplicate: 'Duplicate',
  invalid: 'Invalid',
};

/** @public */
export const FINDING_EFFORT_WORDS: Record<FindingEffort, string> = {
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
};

/** @public */
export const FINDING_CATEGORY_WORDS: Record<FindingCategory, string> = {
  'single-point-of-failure': 'Single point of failure',
  'dependency-cycle': 'Dependency cycle',
  'chatty-calls': 'Chatty calls',
  'long-call-chain': 'Long call chain',
  'fan-out': 'Fan-out',
  'shared-database': 'Shared database',
  'unbounded-query': 'Unbounded query',
  'missing-index': 'Missing index',
  'missing-cache': 'Missing cache',
  'missing-timeout': 'Missing timeout',
  'retry-storm': 'Retry storm',
  'resource-saturation': 'Resource saturation',
  'memory-leak': 'Memory leak',
  'front-end-weight': 'Front-end weight',
  capacity: 'Capacity',
  observability: 'Observability',
  testing: 'Testing',
  'latency-budget': 'Latency budget',
  ownership: 'Ownership',
  other: 'Other',
};

/**
 * A finding's number as people say it: `F-17`.
 *
 * @public
 */
export function findingName(findingId: string): string {
  return `F-${findingId}`;
}
