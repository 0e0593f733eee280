import {
  ReviewDependency,
  ReviewEvidence,
  ReviewStatus,
} from '@perf-governance/plugin-performance-common';

/** The word for each status, as people read it. */
export const REVIEW_STATUS_WORDS: Record<ReviewStatus, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  published: 'Published',
  archived: 'Archived',
};

/** What an answer may be about, as a heading of what changed. */
export const DEPENDENCY_WORDS: Record<ReviewDependency, string> = {
  relations: 'Relations',
  apis: 'APIs',
  owner: 'Owner',
  slos: 'SLOs',
  budgets: 'Budgets',
  lifecycle: 'Lifecycle',
};

export const EVIDENCE_WORDS: Record<ReviewEvidence['type'], string> = {
  run: 'Run',
  slo: 'SLO',
  verdict: 'Verdict',
  link: 'Link',
  attachment: 'File',
};
