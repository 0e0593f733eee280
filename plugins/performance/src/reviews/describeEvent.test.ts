import { ReviewTemplateContents } from '@perf-governance/plugin-performance-react';
import { describeEvent } from './describeEvent';

const TEMPLATE = {
  areas: [
    { questions: [{ name: 'calls', title: 'Which calls are synchronous?' }] },
  ],
} as ReviewTemplateContents;

describe('describeEvent', () => {
  it.each([
    ['answered', 'calls', {}, 'Answered: Which calls are synchronous?'],
    ['answered', 'gone', {}, 'Answered: gone'],
    [
      'dismissed',
      'calls',
      { reason: 'All are quick.' },
      'Risk dismissed: Which calls are synchronous? All are quick.',
    ],
    ['milestone', undefined, { name: 'March' }, 'Milestone kept. March'],
    [
      'status',
      undefined,
      { to: 'published', note: 'Thank you.' },
      'Published. Thank you.',
    ],
  ] as const)(
    'tells of %s about %s with %j',
    (type, question, detail, text) => {
      const at = '2026-03-10T12:00:00Z';
      const event = { id: '1', type, question, detail, at };
      expect(describeEvent(event, TEMPLATE)).toBe(text);
    },
  );
});
