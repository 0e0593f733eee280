import { packSamples, unpackSamples } from './packSamples';

const START = Date.parse('2026-11-22T00:00:00Z');
const at = (step: number) => START + step * 300_000;

describe('packSamples', () => {
  it.each([
    ['nothing', [], 1],
    ['counts', [{ at: at(0), good: 99, total: 100 }], 1 + 8],
    [
      'gaps',
      [
        { at: at(1), good: 0, total: 0 },
        { at: at(3), good: 16_777_216, total: 16_777_216 },
      ],
      1 + 4 * 8,
    ],
    [
      'numbers that single precision would round',
      [
        { at: at(0), good: 0.1, total: 1 },
        { at: at(1), good: 16_777_217, total: 20_000_000 },
      ],
      1 + 2 * 16,
    ],
  ])('keeps %s as they are', (_, samples, bytes) => {
    const packed = packSamples(samples, START, 300);
    expect(packed).toHaveLength(bytes);
    expect([...unpackSamples(packed, START, 300)]).toEqual(samples);
  });

  it('takes the later of two samples of a step, in whichever order steps come', () => {
    const packed = packSamples(
      [
        { at: at(2), good: 1, total: 1 },
        { at: at(0), good: 1, total: 2 },
        { at: at(0), good: 2, total: 3 },
      ],
      START,
      300,
    );
    expect([...unpackSamples(packed, START, 300)]).toEqual([
      { at: at(0), good: 2, total: 3 },
      { at: at(2), good: 1, total: 1 },
    ]);
  });
});
