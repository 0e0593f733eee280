import { ReviewAnswer, ReviewTemplateSpec } from '../model';
import { EVERY_TYPE, templateOf } from './__testUtils__/templateOf';
import { compareMilestones } from './compareMilestones';
import { raisedRisks } from './raisedRisks';

function at(
  answers: ReviewAnswer[],
  templateSpec: ReviewTemplateSpec = EVERY_TYPE,
) {
  return {
    templateSpec,
    answers,
    raisedRisks: raisedRisks(templateSpec, answers),
  };
}

describe('compareMilestones', () => {
  it.each<
    [
      string,
      Omit<ReviewAnswer, 'question'> | undefined,
      Omit<ReviewAnswer, 'question'> | undefined,
      string | undefined,
    ]
  >([
    ['no answers', undefined, undefined, undefined],
    ['no answer and an empty one', undefined, { choices: [] }, undefined],
    [
      'choices in any order',
      { choices: ['a', 'b'] },
      { choices: ['b', 'a'] },
      undefined,
    ],
    ['none and one', undefined, { choices: ['all'] }, 'answered'],
    [
      'notes and an answer',
      { notes: 'x' },
      { notes: 'x', choices: ['all'] },
      'answered',
    ],
    ['one and none', { choices: ['all'] }, { choices: [] }, 'cleared'],
    ['a reason and none', { notApplicable: 'No.' }, undefined, 'cleared'],
    ['two choices', { choices: ['all'] }, { choices: ['some'] }, 'changed'],
    [
      'a choice and a reason',
      { choices: ['all'] },
      { notApplicable: 'No.' },
      'changed',
    ],
    ['notes alone', { notes: 'a' }, { notes: 'b' }, 'changed'],
    [
      'evidence',
      { choices: ['all'] },
      { choices: ['all'], evidence: [{ type: 'run', ref: '7' }] },
      'changed',
    ],
  ])('compares %s', (_, from, to, change) => {
    const question = 'deadlines';
    const { answers } = compareMilestones(
      at(from ? [{ question, ...from }] : []),
      at(to ? [{ question, ...to }] : []),
    );
    expect(answers).toEqual(
      change
        ? [
            {
              question,
              title: 'Does every call have a deadline?',
              change,
              ...(from && { from: { question, ...from } }),
              ...(to && { to: { question, ...to } }),
            },
          ]
        : [],
    );
  });

  it('tells which risks came and went', () => {
    const { risks } = compareMilestones(
      at([
        { question: 'deadlines', choices: ['unknown'] },
        { question: 'p95', number: 600 },
      ]),
      at([
        { question: 'deadlines', choices: ['some'] },
        { question: 'p95', number: 50 },
      ]),
    );
    expect(risks.added.map(({ title }) => title)).toEqual(['Costly']);
    expect(risks.removed.map(({ title }) => title)).toEqual([
      'Nobody knows',
      'Slow',
    ]);
  });

  it('compares reviews by different versions of a template', () => {
    const later = templateOf(`- name: new
  title: New
  questions:
    - { name: remarks, title: Anything else?, type: text }
    - { name: cost, title: What does it cost?, type: text }`);
    const { answers } = compareMilestones(
      at([
        { question: 'remarks', text: 'None.' },
        { question: 'p95', number: 200 },
      ]),
      at(
        [
          { question: 'remarks', text: 'None.' },
          { question: 'cost', text: 'Little.' },
        ],
        later,
      ),
    );
    expect(answers.map(({ question, change }) => [question, change])).toEqual([
      ['cost', 'question-added'],
      ['deadlines', 'question-removed'],
      ['protections', 'question-removed'],
      ['p95', 'question-removed'],
      ['available', 'question-removed'],
    ]);
    expect(answers[0].to).toEqual({ question: 'cost', text: 'Little.' });
    expect(answers[3].from).toEqual({ question: 'p95', number: 200 });
  });
});
