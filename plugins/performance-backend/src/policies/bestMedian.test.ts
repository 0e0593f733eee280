import { bestMedian } from './bestMedian';

function runs(values: number[], comparable = 'k6') {
  return values.map(value => ({ value, comparable }));
}

describe('bestMedian', () => {
  // Medians worked out by hand.
  it.each([
    ['fewer than five runs', [100, 100, 100, 100], 'lower', undefined],
    ['five runs', [300, 100, 200, 500, 400], 'lower', 300],
    // Windows: 300 200 100 400 500 → 300, 200 100 400 500 150 → 200, 100 400 500 150 160 → 160.
    ['the best of several', [300, 200, 100, 400, 500, 150, 160], 'lower', 160],
    // … → 300, 200, 160.
    ['higher ones', [300, 200, 100, 400, 500, 150, 160], 'higher', 300],
    ['a single lucky run', [200, 200, 10, 200, 200, 200], 'lower', 200],
  ] as const)('takes %s', (_, values, better, expected) => {
    expect(bestMedian(runs([...values]), better)).toBe(expected);
  });

  it('keeps runs that are not comparable apart', () => {
    expect(
      bestMedian(
        [
          ...runs([100, 100, 100]),
          ...runs([10, 10, 10, 10], 'jmeter'),
          ...runs([120, 130]),
        ],
        'lower',
      ),
    ).toBe(100);
  });
});
