import {
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  RISK_GRADES,
} from '@perf-governance/plugin-performance-common';
import {
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  RISK_GRADE_WORDS,
} from '@perf-governance/plugin-performance-react';

export const CATEGORY_OPTIONS = FINDING_CATEGORIES.map(value => ({
  value,
  title: FINDING_CATEGORY_WORDS[value],
}));

/** The worst first. */
export const GRADE_OPTIONS = [...RISK_GRADES]
  .reverse()
  .map(value => ({ value, title: RISK_GRADE_WORDS[value] }));

export const EFFORT_OPTIONS = FINDING_EFFORTS.map(value => ({
  value,
  title: FINDING_EFFORT_WORDS[value],
}));
