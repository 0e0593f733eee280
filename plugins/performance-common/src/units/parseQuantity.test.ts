import { Unit } from '../model';
import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  // SI prefixes are powers of 1000, IEC 80000-13 binary ones powers of 1024.
  it.each<[string, Unit, number]>([
    ['300 ms', 'ms', 300],
    ['300ms', 'ms', 300],
    ['0.3 s', 'ms', 300],
    ['.3 s', 'ms', 300],
    ['1m', 'ms', 60_000],
    ['1.5 min', 'ms', 90_000],
    ['2 h', 'ms', 7_200_000],
    ['250 us', 'ms', 0.25],
    ['250 µs', 'ms', 0.25],
    ['1500 ns', 'ms', 0.0015],
    ['3e2 ms', 'ms', 300],
    ['100 B', 'B', 100],
    ['2 kB', 'B', 2000],
    ['2 KiB', 'B', 2048],
    ['1.5 MB', 'B', 1_500_000],
    ['1.5 MiB', 'B', 1_572_864],
    ['1 GB', 'B', 1_000_000_000],
    ['1 GiB', 'B', 1_073_741_824],
    ['5 %', 'ratio', 0.05],
    ['5%', 'ratio', 0.05],
    ['0.05', 'ratio', 0.05],
    ['100 %', 'ratio', 1],
    ['100/s', '1/s', 100],
    ['100 req/s', '1/s', 100],
    ['6000/min', '1/s', 100],
    ['7200/h', '1/s', 2],
    ['0.1', '1', 0.1],
    ['-3', '1', -3],
  ])('reads %s', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toEqual({ value, unit });
  });

  // Multiplying these in binary floating point is off in the last digits: 1.005 * 1000 is
  // 1004.9999999999999 and 0.57 * 0.01 is 0.005699999999999999.
  it.each<[string, Unit, number]>([
    ['1.005 s', 'ms', 1005],
    ['1.001 s', 'ms', 1001],
    ['16.1 s', 'ms', 16_100],
    ['64.1 kB', 'B', 64_100],
    ['0.57 %', 'ratio', 0.0057],
  ])('converts %s without rounding', (text, unit, value) => {
    expect(parseQuantity(text, unit).value).toBe(value);
  });

  it.each<[string, Unit | undefined, string]>([
    ['300 ms', undefined, 'ms'],
    ['2 KiB', undefined, 'B'],
    ['5 %', undefined, 'ratio'],
    ['100/s', undefined, '1/s'],
    ['12', undefined, '1'],
  ])(
    'lets the unit of %s decide where none is asked for',
    (text, unit, found) => {
      expect(parseQuantity(text, unit).unit).toBe(found);
    },
  );

  it.each<[string, Unit, string]>([
    ['5 %', 'ms', 'is a ratio, but a time is needed'],
    ['300 ms', 'B', 'is a time, but a size is needed'],
    ['300 ms', '1', 'is a time, but a plain number is needed'],
    ['300', 'ms', 'has no unit'],
    ['300', '1/s', 'has no unit'],
    ['5', 'ratio', 'more than 100 %'],
    ['120 %', 'ratio', 'more than 100 %'],
    ['-5 ms', 'ms', 'is negative'],
    ['+5 %', 'ms', 'is relative'],
    ['2 KB', 'B', 'write kB (1000 bytes) or KiB (1024 bytes)'],
    ['2 mb', 'B', "did you mean 'MB'?"],
    ['2 MS', 'ms', "did you mean 'ms'?"],
    ['3 parsecs', 'ms', "Unknown unit 'parsecs'"],
    ['fast', 'ms', 'is not a quantity'],
    ['', 'ms', 'is not a quantity'],
    ['1,000 ms', 'ms', "Unknown unit ',000 ms'"],
    ['1e999 ms', 'ms', 'is too large'],
    ['NaN ms', 'ms', 'is not a quantity'],
  ])('refuses %j as %s', (text, unit, message) => {
    expect(() => parseQuantity(text, unit)).toThrow(message);
  });
});
