import { SloAdjustmentTimes } from './SloAdjustmentTimes';

/** More occurrences within any stretch that is asked for than rules of whole hours have. */
const MAX_ITERATIONS = 100_000;

/** The lines of RFC 5545 that say when something recurs. */
export function recurrenceOf({
  rrule,
  from,
  timeZone,
}: Extract<SloAdjustmentTimes, { type: 'recurring' }>): {
  rruleString: string;
  maxIterations: number;
} {
  const start = from.replace(/[-:]/g, '');
  return {
    rruleString: `DTSTART;TZID=${timeZone}:${start}\nRRULE:${rrule}`,
    maxIterations: MAX_ITERATIONS,
  };
}
