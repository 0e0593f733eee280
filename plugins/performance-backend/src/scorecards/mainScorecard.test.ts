import { Entity } from '@backstage/catalog-model';
import { component } from '../__testUtils__/fixtures';
import { mainScorecard, SCORECARD_ANNOTATION } from './mainScorecard';

const result = (name: string, rules: number, exempt?: string) => ({
  definitionId: `org/scorecard/${name}`,
  name,
  title: name,
  exempt,
  levels: [],
  rules: Array.from({ length: rules }, (_, index) => ({
    ruleId: `check:${index}`,
    title: '',
    level: 'bronze',
    weight: 1,
    state: 'pass' as const,
    holds: true,
    waived: false,
  })),
  nextSteps: [],
});

function entity(annotation?: string): Entity {
  const checkout = component('checkout');
  if (annotation) {
    checkout.metadata.annotations = { [SCORECARD_ANNOTATION]: annotation };
  }
  return checkout;
}

describe('mainScorecard', () => {
  it.each([
    ['nothing without any', undefined, [], undefined],
    [
      'the one with the most rules',
      undefined,
      [result('a', 2), result('b', 5), result('c', 3)],
      'b',
    ],
    [
      'the first by name of equally long ones',
      undefined,
      [result('b', 2), result('a', 2)],
      'a',
    ],
    [
      'the one that the entity names',
      'a',
      [result('b', 5), result('a', 2)],
      'a',
    ],
    [
      'the one with the most rules where the entity names none of them',
      'gone',
      [result('b', 5), result('a', 2)],
      'b',
    ],
    [
      'none it is exempt from, though it names it',
      'b',
      [result('b', 5, 'It is a prototype.'), result('a', 2)],
      'a',
    ],
    [
      'nothing where it is exempt from all',
      undefined,
      [result('b', 5, 'It is a prototype.')],
      undefined,
    ],
  ])('is %s', (_, annotation, results, expected) => {
    expect(mainScorecard(entity(annotation), results)?.name).toBe(expected);
  });
});
