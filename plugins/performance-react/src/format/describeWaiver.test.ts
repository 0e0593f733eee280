import { describeWaiver } from './describeWaiver';

const now = new Date('2027-01-15T12:00:00Z');
const until = '2027-03-01T12:00:00Z';

describe('describeWaiver', () => {
  it.each([
    [{ until, exceeded: false }, 'waived until 1 Mar'],
    [
      {
        until,
        exceeded: false,
        cap: { operator: '<=', value: 450, unit: 'ms' },
      },
      'waived until 1 Mar, fails above 450 ms',
    ],
    [
      {
        until,
        exceeded: false,
        cap: { operator: '>=', value: 0.9, unit: 'ratio' },
      },
      'waived until 1 Mar, fails below 90 %',
    ],
    [
      {
        until,
        exceeded: true,
        cap: { operator: '<=', value: 450, unit: 'ms' },
      },
      'above the 450 ms of its waiver until 1 Mar',
    ],
  ] as const)('writes %j as %s', (waiver, words) => {
    expect(describeWaiver(waiver, now)).toBe(words);
  });
});
