import { ReviewAnswer } from '../model';
import { EVERY_TYPE } from './__testUtils__/templateOf';
import { missingAnswers } from './missingAnswers';
import { reviewProgress } from './reviewProgress';

const COMPLETE: ReviewAnswer[] = [
  { question: 'deadlines', choices: ['all'] },
  { question: 'p95', number: 0 },
  { question: 'available', notApplicable: 'Nobody waits for it.' },
];

describe('missingAnswers', () => {
  it('names required questions without an answer', () => {
    expect(missingAnswers(EVERY_TYPE, [])).toEqual([
      {
        question: 'deadlines',
        title: 'Does every call have a deadline?',
        message:
          '“Does every call have a deadline?” is neither answered nor said not to apply.',
      },
      expect.objectContaining({ question: 'p95' }),
      expect.objectContaining({ question: 'available' }),
    ]);
  });

  it('takes a zero and a reason for answers', () => {
    expect(missingAnswers(EVERY_TYPE, COMPLETE)).toEqual([]);
  });

  it.each<ReviewAnswer>([
    { question: 'deadlines' },
    { question: 'deadlines', choices: [] },
    { question: 'deadlines', notes: 'All, I think.' },
    { question: 'deadlines', text: 'All of them' },
    { question: 'deadlines', notApplicable: '  ' },
  ])('takes %j for no answer', answer => {
    expect(
      missingAnswers(EVERY_TYPE, [...COMPLETE.slice(1), answer]).map(
        ({ question }) => question,
      ),
    ).toEqual(['deadlines']);
  });
});

describe('reviewProgress', () => {
  it.each<[string, ReviewAnswer[], object]>([
    ['nothing', [], { answered: 0, notApplicable: 0, requiredOpen: 3 }],
    [
      'what is required',
      COMPLETE,
      { answered: 3, notApplicable: 1, requiredOpen: 0 },
    ],
    [
      'what may be left out, and what isn’t asked',
      [
        { question: 'remarks', text: 'None.' },
        { question: 'gone', text: 'x' },
      ],
      { answered: 1, notApplicable: 0, requiredOpen: 3 },
    ],
  ])('counts %s', (_, answers, expected) => {
    expect(reviewProgress(EVERY_TYPE, answers)).toEqual({
      questions: 5,
      required: 3,
      ...expected,
    });
  });
});
