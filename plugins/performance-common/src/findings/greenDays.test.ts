import { VerdictState } from '../model';
import { countGreenDays, FindingDay } from './countGreenDays';
import { judgeFindingDays } from './judgeFindingDays';

/** `20+ 21-`: the 20th of November is green, the 21st red. */
function daysOf(text: string): FindingDay[] {
  return text
    .split(' ')
    .filter(word => word)
    .map(word => ({
      day: `2026-11-${word.slice(0, 2)}`,
      state: word.endsWith('+') ? 'green' : 'red',
    }));
}

describe('countGreenDays', () => {
  it.each<[string, string | undefined, string]>([
    ['', undefined, '0'],
    ['20-', undefined, '0'],
    ['20+', undefined, '1: 2026-11-20 to 2026-11-20'],
    ['20+ 21+ 22+', undefined, '3: 2026-11-20 to 2026-11-22'],
    // Days without evidence neither count nor end the row.
    ['10+ 15+ 22+', undefined, '3: 2026-11-10 to 2026-11-22'],
    ['20+ 21- 22+ 25+', undefined, '2: 2026-11-22 to 2026-11-25'],
    ['20+ 21+ 22-', undefined, '0'],
    // In any order.
    ['22+ 20- 21+', undefined, '2: 2026-11-21 to 2026-11-22'],
    // Counting anew.
    ['20+ 21+ 22+', '2026-11-21', '2: 2026-11-21 to 2026-11-22'],
    ['20- 21+ 22+', '2026-11-19', '2: 2026-11-21 to 2026-11-22'],
    ['20+ 21+', '2026-11-22', '0'],
  ])('counts %s from %s', (text, from, expected) => {
    const { count, since, until } = countGreenDays(daysOf(text), from);
    expect(since ? `${count}: ${since} to ${until}` : String(count)).toBe(
      expected,
    );
  });
});

describe('judgeFindingDays', () => {
  it.each<[string, [at: string, state: VerdictState][], string]>([
    ['nothing', [], ''],
    ['a pass', [['20T10:00Z', 'pass']], '20+'],
    ['no data', [['20T10:00Z', 'no-data']], ''],
    ['what does not apply', [['20T10:00Z', 'not-applicable']], ''],
    [
      'a pass beside no data',
      [
        ['20T10:00Z', 'no-data'],
        ['20T11:00Z', 'pass'],
      ],
      '20+',
    ],
    ['a failure', [['20T10:00Z', 'fail']], '20-'],
    ['a warning', [['20T10:00Z', 'warn']], '20-'],
    [
      'a failure before a pass',
      [
        ['20T10:00Z', 'fail'],
        ['20T11:00Z', 'pass'],
      ],
      '20-',
    ],
    [
      'a failure after a pass',
      [
        ['20T10:00Z', 'pass'],
        ['20T11:00Z', 'fail'],
      ],
      '20-',
    ],
    // Days are those of UTC.
    [
      'two sides of midnight',
      [
        ['20T23:59Z', 'fail'],
        ['21T00:00Z', 'pass'],
        ['22T00:30+01:00', 'pass'],
      ],
      '20- 21+',
    ],
  ])('tells the days of %s', (_, judgements, expected) => {
    expect(
      judgeFindingDays(
        judgements.map(([at, state]) => ({
          at: Date.parse(`2026-11-${at}`),
          state,
        })),
      ),
    ).toEqual(daysOf(expected));
  });
});
