import {
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  FINDING_STATUS_WORDS,
  FindingEvent,
  RISK_GRADE_WORDS,
  RISK_WORDS,
} from '@perf-governance/plugin-performance-react';
import { refTitle } from '../filters/refTitle';

/** What happened to a finding, as people say it. */
export const FINDING_EVENT_WORDS: Record<FindingEvent['type'], string> = {
  created: 'Recorded',
  changed: 'Changed',
  status: 'Status changed',
  bound: 'Bound to a verdict',
  unbound: 'Unbound',
  'closure-proposed': 'Closure proposed',
  'closure-declined': 'Closure declined',
  'closure-withdrawn': 'Proposal of closure withdrawn',
  reopened: 'Opened again',
  commented: 'Commented',
  issue: 'Issue',
  'review-deleted': 'Review deleted',
};

const FIELD_WORDS: Record<string, string> = {
  title: 'Title',
  description: 'Description',
  recommendation: 'Recommendation',
  category: 'Category',
  severity: 'Severity',
  likelihood: 'Likelihood',
  risk: 'Risk',
  effort: 'Effort',
  owner: 'Owner',
  dueDate: 'Due date',
  status: 'Status',
  duplicateOf: 'Duplicate of',
  affected: 'Affected entities',
  links: 'Links',
};

const VALUE_WORDS: Record<string, Record<string, string>> = {
  category: FINDING_CATEGORY_WORDS,
  severity: RISK_GRADE_WORDS,
  likelihood: RISK_GRADE_WORDS,
  risk: RISK_WORDS,
  effort: FINDING_EFFORT_WORDS,
  status: FINDING_STATUS_WORDS,
};

function valueWords(field: string, value: string | undefined): string {
  if (value === undefined) {
    return 'none';
  }
  return field === 'owner'
    ? refTitle(value)
    : VALUE_WORDS[field]?.[value] ?? value;
}

/** `Severity: Low → High`; only that it changed where the texts are long. */
export function describeChange(
  change: FindingEvent['changes'][number],
): string {
  const { field, from, to } = change;
  const title = FIELD_WORDS[field] ?? field;
  return from === undefined && to === undefined
    ? `${title} changed`
    : `${title}: ${valueWords(field, from)} → ${valueWords(field, to)}`;
}
