import { WaiverFact } from '../model';
import { parseLimit } from '../units';
import { describeCapExcess } from './describeCapExcess';

const cap = (text: string): NonNullable<WaiverFact['cap']> => parseLimit(text);

describe('describeCapExcess', () => {
  it.each<[number | undefined, string, string | undefined]>([
    [
      412,
      '<= 400 ms',
      '412 ms today is above the cap of 400 ms: it would fail at once',
    ],
    [
      400.04,
      '<= 400 ms',
      '400.04 ms today is above the cap of 400 ms: it would fail at once',
    ],
    [
      400,
      '< 400 ms',
      '400 ms today is not below the cap of 400 ms: it would fail at once',
    ],
    [
      80,
      '>= 100/s',
      '80/s today is below the cap of 100/s: it would fail at once',
    ],
    [
      0.031,
      '<= 3 %',
      '3.1 % today is above the cap of 3 %: it would fail at once',
    ],
    [400, '<= 400 ms', undefined],
    [120, '>= 100/s', undefined],
    [undefined, '<= 400 ms', undefined],
  ])('of %s beside %s', (value, text, expected) => {
    expect(describeCapExcess(value, cap(text))).toBe(expected);
  });
});
