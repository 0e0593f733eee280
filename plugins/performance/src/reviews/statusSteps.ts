import { ReviewStatus } from '@perf-governance/plugin-performance-common';
import { ReviewDetail } from '@perf-governance/plugin-performance-react';

/** What it takes and what comes of putting a review to a status, from another one. */
export interface StatusStep {
  to: ReviewStatus;
  /** On the button: a verb. */
  action: string;
  title: string;
  intro: string;
  /** Whether it is what comes next, rather than a step back. */
  forward?: boolean;
  /** Whether a note has to say why. */
  needsNote?: boolean;
}

const HAND_IN: StatusStep = {
  to: 'in-review',
  forward: true,
  action: 'Hand in',
  title: 'Hand the review in',
  intro:
    'It goes to the reviewers, who look at the answers and publish it. Answers can still be changed.',
};

const PUBLISH: StatusStep = {
  to: 'published',
  forward: true,
  action: 'Publish',
  title: 'Publish the review',
  intro:
    'From now on the answers stand, and go stale when what they are about changes. A milestone keeps the review as it is.',
};

const SEND_BACK: StatusStep = {
  to: 'draft',
  action: 'Send back',
  title: 'Send the review back',
  intro: 'It is a draft again. Say what is missing.',
  needsNote: true,
};

const REOPEN: StatusStep = {
  to: 'draft',
  action: 'Reopen',
  title: 'Reopen the review',
  intro:
    'It is a draft again, whose answers can be changed. What was published stays in force, with its age, until it is published anew or archived.',
};

const ARCHIVE: StatusStep = {
  to: 'archived',
  action: 'Archive',
  title: 'Archive the review',
  intro:
    'It is closed for good, with everything in it still to be read. This can’t be taken back.',
};

/** The steps there are from a review's status, apart from what the reader may do; the next one first. */
export function statusSteps({
  status,
  may,
}: Pick<ReviewDetail, 'status' | 'may'>): StatusStep[] {
  const steps = {
    draft: [HAND_IN, ARCHIVE],
    'in-review': [PUBLISH, SEND_BACK, ARCHIVE],
    published: [REOPEN, ARCHIVE],
    archived: [],
  }[status];
  return steps.filter(({ to }) => may.statuses.includes(to));
}
