import { SloSample, SloSpec } from '../model';
import { evaluateSlo } from './evaluateSlo';
import { judgedWindow } from './judgedWindow';
import { sampleCounter } from './sampleCounter';

const HOUR = 60 * 60 * 1000;

const BERLIN_MONTHS: SloSpec['timeWindow'] = {
  type: 'calendar',
  duration: { count: 1, unit: 'month' },
  startTime: '2026-01-01T00:00:00',
  timeZone: 'Europe/Berlin',
};

// March 2026 in Berlin has 743 hours: summer time begins on the 29th.
const MARCH = {
  from: Date.parse('2026-02-28T23:00:00Z'),
  to: Date.parse('2026-03-31T22:00:00Z'),
};

describe('judgedWindow', () => {
  it.each([
    ['at the end of a month, that month', MARCH.to, MARCH.from],
    ['just after it, the next', MARCH.to + 1, MARCH.to],
    ['just before it, that month', MARCH.to - 1, MARCH.from],
  ])('is %s', (_, now, from) => {
    expect(judgedWindow(BERLIN_MONTHS, now).from).toBe(from);
  });

  it('is what ends now where it rolls', () => {
    const day = { count: 1, unit: 'day' } as const;
    expect(judgedWindow({ type: 'rolling', duration: day }, MARCH.to)).toEqual({
      from: MARCH.to - 24 * HOUR,
      to: MARCH.to,
    });
  });

  it('has a finished month judged as a whole', () => {
    const samples: SloSample[] = [];
    for (let at = MARCH.from; at < MARCH.to; at += HOUR) {
      samples.push({ at, good: 999, total: 1000 });
    }
    const spec: SloSpec = {
      environment: 'production',
      budgetingMethod: 'Occurrences',
      timeWindow: BERLIN_MONTHS,
      indicator: { type: 'pushed' },
      objectives: [{ name: 'objective-1', target: 0.99 }],
    };
    const status = evaluateSlo({
      spec,
      counterOf: objective =>
        sampleCounter({
          samples,
          stepSeconds: 3600,
          method: 'Occurrences',
          objective,
        }),
      now: MARCH.to,
    });
    expect(status).toMatchObject({
      state: 'pass',
      total: 743_000,
      bad: 743,
      coverage: 1,
    });
  });
});
