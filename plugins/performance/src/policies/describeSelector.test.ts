import { describeSelector } from './describeSelector';

describe('describeSelector', () => {
  it.each([
    [undefined, 'everything'],
    [{}, 'everything'],
    [{ tag: ['tier-1'] }, 'tag tier-1'],
    [
      { tag: 'tier-1', lifecycle: ['production'] },
      'tag tier-1, lifecycle production',
    ],
    [
      { owner: ['group:default/payments', 'group:risk/fraud'] },
      'owner payments or risk/fraud',
    ],
    [
      { entity: { kind: 'Component', 'spec.type': 'service' } },
      'kind Component and spec.type service',
    ],
    [
      { entity: { 'spec.type': { $in: ['service', 'website'] } } },
      'spec.type {"$in":["service","website"]}',
    ],
  ])('writes %j as %s', (selector, words) => {
    expect(describeSelector(selector)).toBe(words);
  });
});
