import { ReviewAnswer } from '../model';
import { EVERY_TYPE } from './__testUtils__/templateOf';
import { answerProblems } from './answerProblems';

describe('answerProblems', () => {
  it.each<ReviewAnswer>([
    { question: 'deadlines' },
    { question: 'deadlines', choices: ['some'], notes: 'Two of five.' },
    { question: 'deadlines', choices: ['some'], text: '' },
    { question: 'deadlines', notApplicable: 'It calls nobody.', choices: [] },
    { question: 'protections', choices: ['cache', 'queue'] },
    { question: 'p95', number: 0 },
    { question: 'available', number: 99.95 },
    { question: 'remarks', text: 'None.' },
  ])('has nothing against %j', answer => {
    expect(answerProblems(EVERY_TYPE, answer)).toEqual([]);
  });

  it.each<[ReviewAnswer, string[]]>([
    [
      { question: 'timeouts', choices: ['all'] },
      ["The template has no question 'timeouts'."],
    ],
    [
      { question: 'deadlines', choices: ['all', 'some'] },
      ['The question takes one choice, not 2 of them.'],
    ],
    [
      { question: 'deadlines', choices: ['most'] },
      ["The question has no choice 'most'; it has all, some, unknown."],
    ],
    [
      { question: 'protections', choices: ['cache', 'cache'] },
      ['A choice is given twice.'],
    ],
    [
      { question: 'deadlines', number: 3, text: 'All' },
      [
        'The question is answered with one of its choices, not with a number.',
        'The question is answered with one of its choices, not with a text.',
      ],
    ],
    [
      { question: 'p95', choices: ['all'] },
      ['The question is answered with a number, not with choices.'],
    ],
    [{ question: 'p95', number: NaN }, ['That is no number.']],
    [
      { question: 'p95', number: -1 },
      ["-1 ms: '-1 ms' is negative, which a time can't be."],
    ],
    [
      { question: 'available', number: 100 },
      ['100 %: the target of an SLO is at least 0 and less than 100 %.'],
    ],
    [
      { question: 'deadlines', notApplicable: ' ' },
      ['Say why the question doesn’t apply.'],
    ],
    [
      { question: 'deadlines', notApplicable: 'No calls', choices: ['all'] },
      [
        'A question that doesn’t apply can’t have an answer; take back the one or the other.',
      ],
    ],
  ])('refuses %j', (answer, expected) => {
    expect(answerProblems(EVERY_TYPE, answer)).toEqual(expected);
  });
});
