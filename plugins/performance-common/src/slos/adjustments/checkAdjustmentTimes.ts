import { DateTime, IANAZone } from 'luxon';
import { SloAdjustmentTimes } from './SloAdjustmentTimes';
import { firstAdjustmentTime } from './firstAdjustmentTime';

const FREQUENCIES = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

const MAX_COUNT = 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A leap year. What takes longer is no maintenance, but another objective. */
const MAX_DAYS = 366;

/** With hours, these are looked for hour by hour: with days they say the same. */
const PARTS_OF_DAYS = [
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYMONTH',
  'BYSETPOS',
];

/** Lists of weekdays, some with a number before: `SU`, `-1SU`, `2MO`. */
const WEEKDAYS =
  /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/;

/** RFC 5545, 3.3.10: the parts of a rule, and least and most of those that are numbers. */
const PARTS: Record<string, RegExp | [least: number, most: number]> = {
  FREQ: new RegExp(`^(${FREQUENCIES.join('|')})$`),
  UNTIL: /^\d{8}(T\d{6}Z)?$/,
  COUNT: [1, MAX_COUNT],
  INTERVAL: [1, MAX_COUNT],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 59],
  BYDAY: WEEKDAYS,
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYMONTH: [1, 12],
  BYSETPOS: [-366, 366],
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * What is wrong with the times of an adjustment, in a sentence.
 *
 * @public
 */
export function checkAdjustmentTimes(
  times: SloAdjustmentTimes,
): string | undefined {
  if (times.type === 'once') {
    const [from, to] = [Date.parse(times.from), Date.parse(times.to)];
    if (!(from < to)) {
      return 'The end of the adjustment must be after its beginning.';
    }
    return to - from > MAX_DAYS * DAY_MS
      ? `The adjustment must not take longer than ${MAX_DAYS} days.`
      : undefined;
  }
  if (!(times.durationSeconds > 0)) {
    return 'The adjustment must take some time.';
  }
  if (!IANAZone.isValidZone(times.timeZone)) {
    return `There is no time zone "${times.timeZone}".`;
  }
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(times.from) ||
    !DateTime.fromISO(times.from, { zone: times.timeZone }).isValid
  ) {
    return `"${times.from}" isn't a local time such as 2026-11-01T02:00:00.`;
  }
  return checkRule(times);
}

function checkRule(
  times: Extract<SloAdjustmentTimes, { type: 'recurring' }>,
): string | undefined {
  const names = new Set<string>();
  for (const part of times.rrule.split(';')) {
    const [name, value = ''] = part.split('=', 2);
    const allowed = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (!allowed || names.has(name)) {
      return `"${part}" isn't a part of a recurrence rule such as FREQ=WEEKLY;BYDAY=SU.`;
    }
    names.add(name);
    if (!isWithin(value, allowed)) {
      return `${name} of a recurrence rule can't be "${value}" here.`;
    }
  }
  if (!names.has('FREQ')) {
    return 'A recurrence rule says how often: FREQ=DAILY, for example.';
  }
  if (names.has('COUNT') && names.has('UNTIL')) {
    return 'A recurrence rule has COUNT or UNTIL, not both.';
  }
  const ofDays = PARTS_OF_DAYS.find(name => names.has(name));
  if (ofDays !== undefined && /(^|;)FREQ=HOURLY(;|$)/.test(times.rrule)) {
    return `${ofDays} doesn't go with FREQ=HOURLY here: write FREQ=DAILY, with BYHOUR for the hours.`;
  }
  return firstAdjustmentTime(times) === undefined
    ? `The recurrence rule "${times.rrule}" never occurs.`
    : undefined;
}

function isWithin(
  value: string,
  allowed: RegExp | [least: number, most: number],
): boolean {
  if (allowed instanceof RegExp) {
    return allowed.test(value);
  }
  const [least, most] = allowed;
  return value
    .split(',')
    .every(
      item =>
        /^[+-]?\d+$/.test(item) &&
        Number(item) >= least &&
        Number(item) <= most &&
        (Number(item) !== 0 || least === 0),
    );
}
