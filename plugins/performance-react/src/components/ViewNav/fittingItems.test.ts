import { fittingItems } from './fittingItems';

describe('fittingItems', () => {
  // Four items of 50 with gaps of 10 take 230, and three with one more of 40 take 220.
  const row = { widths: [50, 50, 50, 50], gap: 10 };

  it.each([
    ['all that fit', 230, 0, [0, 1, 2, 3]],
    ['room for what stands for the others', 229, 0, [0, 1, 2]],
    ['one fewer in less room', 219, 0, [0, 1]],
    ['the current one, wherever it is', 219, 3, [0, 3]],
    ['the current one between others', 219, 1, [0, 1]],
    ['the first ones where none is current', 160, undefined, [0, 1]],
    ['the current one even without room', 10, 2, [2]],
  ])('keeps %s', (_, available, current, places) => {
    expect(fittingItems({ ...row, available }, 40, current)).toEqual(places);
  });

  it('shows no item after one that has no room', () => {
    expect(
      fittingItems(
        { widths: [50, 200, 20, 50], gap: 10, available: 150 },
        40,
        undefined,
      ),
    ).toEqual([0]);
  });
});
