import { ReviewStatus } from '@perf-governance/plugin-performance-common';
import {
  ReviewEvent,
  ReviewTemplateContents,
} from '@perf-governance/plugin-performance-react';
import { listQuestions } from './listQuestions';
import { REVIEW_STATUS_WORDS } from './reviewWords';

const WORDS: Record<ReviewEvent['type'], string> = {
  created: 'Begun',
  changed: 'Changed',
  status: 'Status changed',
  answered: 'Answered',
  confirmed: 'Said to be still right',
  stale: 'Went stale',
  'template-updated': 'Moved to another version of the template',
  milestone: 'Milestone kept',
  attached: 'File attached',
  detached: 'File taken away',
  'comment-added': 'Comment',
  'comment-edited': 'Comment edited',
  'comment-deleted': 'Comment deleted',
  finding: 'Finding made',
  'finding-deleted': 'Finding deleted',
  dismissed: 'Risk dismissed',
  restored: 'Dismissal taken back',
  'entity-appeared': 'What was planned is in the catalog now',
};

function isStatus(value: unknown): value is ReviewStatus {
  return typeof value === 'string' && value in REVIEW_STATUS_WORDS;
}

/** What happened, in words: `Risk dismissed: Which calls are synchronous? All of them are quick.` */
export function describeEvent(
  event: ReviewEvent,
  template: ReviewTemplateContents,
): string {
  const { type, detail = {} } = event;
  const title =
    listQuestions(template).find(
      ({ question }) => question.name === event.question,
    )?.question.title ?? event.question;
  const what =
    type === 'status' && isStatus(detail.to)
      ? REVIEW_STATUS_WORDS[detail.to]
      : WORDS[type];
  return [detail.name, detail.note, detail.reason]
    .filter(item => typeof item === 'string' && item !== '')
    .reduce<string>(
      (text, item) => `${text}${/[.?!]$/.test(text) ? '' : '.'} ${item}`,
      title ? `${what}: ${title}` : what,
    );
}
