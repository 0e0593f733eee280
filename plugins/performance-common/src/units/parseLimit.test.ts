import { parseLimit } from './parseLimit';

describe('parseLimit', () => {
  it.each([
    ['<= 0.3 s', { operator: '<=', value: 300, unit: 'ms' }],
    ['<300ms', { operator: '<', value: 300, unit: 'ms' }],
    ['≤ 300 ms', { operator: '<=', value: 300, unit: 'ms' }],
    ['  >=   100/s ', { operator: '>=', value: 100, unit: '1/s' }],
    ['> 99.9 %', { operator: '>', value: 0.999, unit: 'ratio' }],
  ])('reads %j', (text, bound) => {
    expect(parseLimit(text)).toEqual({ ...bound, text: text.trim() });
  });

  it.each([
    ['300 ms', "doesn't begin with an operator"],
    ['== 300 ms', "doesn't begin with an operator"],
    ['<=', 'is not a quantity'],
    ['<= +5 %', 'is relative'],
    ['<= 5 %', 'is a ratio, but a time is needed'],
  ])('refuses %j for a time', (text, message) => {
    expect(() => parseLimit(text, 'ms')).toThrow(message);
  });
});
