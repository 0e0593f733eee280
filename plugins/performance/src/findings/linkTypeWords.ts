import { FindingLink } from '@perf-governance/plugin-performance-common';

/** What a link leads to, as people say it. */
export const LINK_TYPE_WORDS: Record<FindingLink['type'], string> = {
  issue: 'Issue',
  'pull-request': 'Pull request',
  adr: 'Decision (ADR)',
  run: 'Run',
  other: 'Other',
};
