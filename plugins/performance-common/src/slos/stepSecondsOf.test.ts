import { sloSpec } from './__testUtils__/sloBuilders';
import { stepSecondsOf } from './stepSecondsOf';

describe('stepSecondsOf', () => {
  it.each([
    ['five minutes unless given', 'Occurrences', [], 300],
    ['five minutes where no slices are counted', 'Occurrences', [60], 300],
    ['the slice where that is shorter', 'Timeslices', [60], 60],
    ['five minutes where they fill the slice', 'Timeslices', [3600], 300],
    ['what fills the slice', 'RatioTimeslices', [420], 60],
    ['what fills every objective’s slice', 'Timeslices', [600, 900], 300],
    [
      'what fills slices of which none divides the other',
      'Timeslices',
      [240, 180],
      60,
    ],
  ] as const)('is %s', (_, budgetingMethod, slices, expected) => {
    const objectives = slices.map((timeSliceSeconds, index) => ({
      name: `${index}`,
      target: 0.9,
      timeSliceSeconds,
    }));

    expect(stepSecondsOf({ budgetingMethod, objectives })).toBe(expected);
  });

  it('is what the definition says', () => {
    expect(stepSecondsOf(sloSpec({ target: 0.9 }, { stepSeconds: 30 }))).toBe(
      30,
    );
  });
});
