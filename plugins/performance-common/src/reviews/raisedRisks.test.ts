import { ReviewAnswer } from '../model';
import { EVERY_TYPE } from './__testUtils__/templateOf';
import { raisedRisks } from './raisedRisks';

function titles(...answers: ReviewAnswer[]): string[] {
  return raisedRisks(EVERY_TYPE, answers).map(({ title }) => title);
}

describe('raisedRisks', () => {
  it.each<[Omit<ReviewAnswer, 'question'>, string[]]>([
    [{ choices: ['all'] }, []],
    [{ choices: ['some'] }, ['Waits for ever']],
    [{ choices: ['unknown'] }, ['Waits for ever', 'Nobody knows']],
    [{ choices: [] }, []],
    [{ notes: 'Later.' }, []],
    [{ notApplicable: 'It calls nobody.' }, []],
    // Answered before it was said not to apply, by whoever wrote past the rules.
    [{ notApplicable: 'It calls nobody.', choices: ['some'] }, []],
  ])('of one choice: %j', (answer, expected) => {
    expect(titles({ question: 'deadlines', ...answer })).toEqual(expected);
  });

  it.each<[string[], string[]]>([
    [[], []],
    [['queue'], []],
    [['cache'], ['No protection', 'Only a cache']],
    [['cache', 'queue'], ['Only a cache']],
    [['cache', 'limit'], []],
    // Of an earlier version of the template: still an answer, and none of those asked for.
    [['guard'], ['No protection']],
  ])('of many choices: %j', (choices, expected) => {
    expect(titles({ question: 'protections', choices })).toEqual(expected);
  });

  it.each<[number, string[]]>([
    [500, []],
    [500.1, ['Slow']],
    [100, ['Costly']],
    [100.1, []],
    [0, ['Costly']],
  ])('of a number: %d', (number, expected) => {
    expect(titles({ question: 'p95', number })).toEqual(expected);
  });

  it('names the question and the place among its risks, in the order of the template', () => {
    expect(
      raisedRisks(EVERY_TYPE, [
        { question: 'p95', number: 50 },
        { question: 'deadlines', choices: ['some'] },
      ]).map(({ question, index, category }) => [question, index, category]),
    ).toEqual([
      ['deadlines', 0, 'other'],
      ['p95', 1, 'other'],
    ]);
  });
});
