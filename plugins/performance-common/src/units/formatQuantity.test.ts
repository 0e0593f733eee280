import { Unit } from '../model';
import { formatBound } from './formatBound';
import { formatQuantity, formatQuantityPair } from './formatQuantity';

describe('formatQuantity', () => {
  it.each<[number, Unit, string]>([
    [412, 'ms', '412 ms'],
    [412.4, 'ms', '412 ms'],
    [41.23, 'ms', '41.2 ms'],
    [4.123, 'ms', '4.12 ms'],
    [0.4321, 'ms', '0.43 ms'],
    [0.00123, 'ms', '0.0012 ms'],
    [0, 'ms', '0 ms'],
    [2414, 'ms', '2.41 s'],
    [2400, 'ms', '2.4 s'],
    [999.6, 'ms', '1 s'],
    [59_990, 'ms', '1 min'],
    [90_000, 'ms', '1.5 min'],
    [5_400_000, 'ms', '1.5 h'],
    [-412, 'ms', '-412 ms'],
    [512, 'B', '512 B'],
    [1_234_567, 'B', '1.23 MB'],
    [1_200_000, 'B', '1.2 MB'],
    [200_000, 'B', '200 kB'],
    [5_000_000_000, 'B', '5 GB'],
    [0.9995, 'ratio', '99.95 %'],
    [0.05, 'ratio', '5 %'],
    [0.0512, 'ratio', '5.12 %'],
    [1, 'ratio', '100 %'],
    [0, 'ratio', '0 %'],
    [0.99999, 'ratio', '99.999 %'],
    [0.00001, 'ratio', '0.001 %'],
    [100, '1/s', '100/s'],
    [1234.5, '1/s', '1235/s'],
    [0.1234, '1', '0.12'],
    [1500, '1', '1500'],
    [12.345, '1', '12.3'],
  ])('writes %d %s as %s', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });
});

describe('formatQuantityPair', () => {
  it.each<[number, number, Unit, [string, string]]>([
    [412, 300, 'ms', ['412 ms', '300 ms']],
    [300.4, 300, 'ms', ['300.4 ms', '300 ms']],
    [300, 300, 'ms', ['300 ms', '300 ms']],
    [0.050001, 0.05, 'ratio', ['5.0001 %', '5 %']],
    [2504, 2500, 'ms', ['2.504 s', '2.5 s']],
  ])('tells %d and %d %s apart', (first, second, unit, texts) => {
    expect(formatQuantityPair(first, second, unit)).toEqual(texts);
  });
});

describe('formatBound', () => {
  it.each([
    [{ operator: '<=', value: 300, unit: 'ms' }, '≤ 300 ms'],
    [{ operator: '<', value: 1234, unit: 'ms' }, '< 1.234 s'],
    [{ operator: '>=', value: 0.999, unit: 'ratio' }, '≥ 99.9 %'],
    [{ operator: '>', value: 100, unit: '1/s' }, '> 100/s'],
  ] as const)('writes %o', (bound, text) => {
    expect(formatBound(bound)).toBe(text);
  });
});
