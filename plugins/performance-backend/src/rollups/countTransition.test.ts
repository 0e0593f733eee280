import { VerdictState } from '@perf-governance/plugin-performance-common';
import { CurrentVerdictRecord, StateChange } from '../verdicts/VerdictStore';
import { COUNT_COLUMNS, Counts, isZero, zeroCounts } from './counts';
import { countTransition } from './countTransition';
import { dayOf, dayToApi } from './days';

const NOW = new Date('2026-11-22T12:00:00Z');

function record(state: VerdictState, waived = false): CurrentVerdictRecord {
  return {
    ruleId: 1,
    subjectId: 1,
    entityId: 1,
    environment: 'production',
    state,
    explanationId: 1,
    essence: '',
    since: NOW,
    confirmed: true,
    streak: 1,
    stage: 'block',
    waived,
  };
}

function change(
  day: string,
  state: VerdictState,
  previousState?: VerdictState,
): StateChange {
  return {
    at: new Date(`${day}T23:59:59Z`),
    cause: 'run',
    state,
    previousState,
    confirmed: true,
    explanationId: 1,
  };
}

const stored = (...args: Parameters<typeof change>) => ({
  ...change(...args),
  id: 1,
});

/** As `2026-11-20 +fail -pass`. */
function format(days: Map<number, Counts>): string[] {
  return [...days]
    .filter(([, counts]) => !isZero(counts))
    .sort(([a], [b]) => a - b)
    .map(([day, counts]) =>
      [
        dayToApi(day),
        ...COUNT_COLUMNS.filter(column => counts[column] !== 0).map(
          column =>
            `${counts[column] > 0 ? '+' : ''}${counts[column]} ${column}`,
        ),
      ].join(' '),
    );
}

describe('countTransition', () => {
  it.each<[string, Parameters<typeof countTransition>[0], expected: string[]]>([
    [
      'a new verdict at the time its run says',
      {
        next: record('pass'),
        addedChanges: [change('2026-11-20', 'pass')],
        removedChanges: [],
      },
      ['2026-11-20 +1 pass'],
    ],
    [
      'a lapse and a failure, each at its day',
      {
        previous: record('pass'),
        next: record('fail'),
        addedChanges: [
          change('2026-11-10', 'no-data', 'pass'),
          change('2026-11-20', 'fail', 'no-data'),
        ],
        removedChanges: [],
      },
      ['2026-11-10 +1 no_data -1 pass', '2026-11-20 +1 fail -1 no_data'],
    ],
    [
      'a late run that moves the day of a failure',
      {
        previous: record('fail'),
        next: record('fail'),
        addedChanges: [change('2026-11-05', 'fail', 'pass')],
        removedChanges: [stored('2026-11-20', 'fail', 'pass')],
      },
      ['2026-11-05 +1 fail -1 pass', '2026-11-20 -1 fail +1 pass'],
    ],
    [
      'a verdict that goes away, today',
      { previous: record('fail', true), addedChanges: [], removedChanges: [] },
      ['2026-11-22 -1 fail -1 waived'],
    ],
    [
      'a waiver that begins, today',
      {
        previous: record('fail'),
        next: record('fail', true),
        addedChanges: [],
        removedChanges: [],
      },
      ['2026-11-22 +1 waived'],
    ],
    [
      'a waived failure that was repaired earlier',
      {
        previous: record('fail', true),
        next: record('pass'),
        addedChanges: [change('2026-11-20', 'pass', 'fail')],
        removedChanges: [],
      },
      ['2026-11-20 -1 fail +1 pass', '2026-11-22 -1 waived'],
    ],
    [
      'a change that history does not tell of, today',
      {
        previous: record('pass'),
        next: record('fail'),
        addedChanges: [],
        removedChanges: [],
      },
      ['2026-11-22 +1 fail -1 pass'],
    ],
    [
      'nothing for a new value in the same state',
      {
        previous: record('warn'),
        next: record('warn'),
        addedChanges: [],
        removedChanges: [],
      },
      [],
    ],
  ])('counts %s', (_, transition, expected) => {
    const counts = zeroCounts();
    const days = new Map<number, Counts>();
    const untold = countTransition(transition, { counts, days });
    if (untold) {
      days.set(dayOf(NOW), untold);
    }
    expect(format(days).map(line => line.split(' ').sort().join(' '))).toEqual(
      expected.map(line => line.split(' ').sort().join(' ')),
    );
    for (const column of COUNT_COLUMNS) {
      let sum = 0;
      for (const ofDay of days.values()) {
        sum += ofDay[column];
      }
      expect(sum).toBe(counts[column]);
    }
  });
});
