import { SloDuration, SloTimeWindow } from '../model';
import { isTimeZone, readLocalTime } from './calendarTime';
import { OpenSloVersion } from './OpenSloVersion';
import { parseSloDuration } from './sloDuration';
import { SloMapping } from './SloMapping';

/** Reads OpenSLO's list of exactly one window. */
export function readOpenSloWindow(
  spec: SloMapping,
  version: OpenSloVersion,
): SloTimeWindow | undefined {
  const window = onlyWindow(spec, 'timeWindow');
  if (!window) {
    return undefined;
  }
  window.expectOnly(['duration', 'isRolling', 'calendar']);
  const duration = window.require('duration')
    ? readDurationShorthand(window, 'duration', version)
    : undefined;
  const isRolling = window.boolean('isRolling', ['spec', 'sdk']);
  return readWindowType(window, isRolling, duration);
}

/** The one window of a list, which the prose calls optional and nothing can be measured without. */
export function onlyWindow(
  spec: SloMapping,
  field: string,
): SloMapping | undefined {
  const windows = spec.mappings(field);
  const count = spec.list(field)?.length;
  if (count === undefined && spec.has(field)) {
    return undefined;
  }
  if (count !== 1) {
    const message = `There must be exactly one time window in '${field}', not ${
      count ?? 0
    }.`;
    if (count === undefined || count === 0) {
      spec.report.reject('time-window', spec.at(field), message);
    } else {
      spec.report.object('time-window', spec.at(field), message);
    }
  }
  return windows?.[0];
}

/** Tells rolling windows from those of the calendar; `isRolling` may be missing. */
export function readWindowType(
  window: SloMapping,
  isRolling: boolean | undefined,
  duration: SloDuration | undefined,
): SloTimeWindow | undefined {
  const calendar = window.mapping('calendar');
  if (isRolling && window.has('calendar')) {
    window.report.reject(
      'rolling-or-calendar',
      window.at('calendar'),
      'A rolling window has no calendar: it ends now.',
    );
    return undefined;
  }
  if (!window.has('calendar')) {
    if (isRolling === false) {
      window.report.object(
        'rolling-or-calendar',
        window.path,
        'A window that isn’t rolling needs a calendar.',
      );
      return undefined;
    }
    if (isRolling === undefined) {
      window.report.object(
        'rolling-or-calendar',
        window.path,
        'The window says neither `isRolling: true` nor has it a calendar; it is taken to be rolling.',
        ['sdk'],
      );
    }
    return duration && { type: 'rolling', duration };
  }
  // The schema looks into the calendar only where it is told that the window isn't rolling.
  const bySchema = isRolling === false ? (['schema'] as const) : [];
  const start = calendar && readStart(calendar, bySchema);
  const timeZone = calendar && readZone(calendar, bySchema);
  return duration && start !== undefined && timeZone !== undefined
    ? { type: 'calendar', duration, startTime: start, timeZone }
    : undefined;
}

function readStart(
  calendar: SloMapping,
  bySchema: readonly 'schema'[],
): string | undefined {
  calendar.expectOnly(['startTime', 'timeZone']);
  const text = calendar.require('startTime')
    ? calendar.text('startTime')
    : undefined;
  if (!text) {
    return undefined;
  }
  const start = readLocalTime(text);
  if (!start) {
    calendar.report.reject(
      'invalid-date',
      calendar.at('startTime'),
      `'${text}' is no local date and time; write e.g. \`2026-01-01 00:00:00\`.`,
    );
  } else if (!start.isPlain) {
    calendar.report.object(
      'invalid-date',
      calendar.at('startTime'),
      `'${text}' isn’t written as \`2026-01-01 00:00:00\`.`,
      [...bySchema, 'sdk'],
    );
  }
  return start?.iso;
}

function readZone(
  calendar: SloMapping,
  bySchema: readonly 'schema'[],
): string | undefined {
  const name = calendar.require('timeZone')
    ? calendar.text('timeZone')
    : undefined;
  if (!name) {
    return undefined;
  }
  if (!isTimeZone(name)) {
    calendar.report.reject(
      'invalid-time-zone',
      calendar.at('timeZone'),
      `'${name}' is no name in the IANA Time Zone Database; write e.g. \`Europe/Berlin\`.`,
    );
    return undefined;
  }
  if (!/[A-Z][a-zA-Z_]+\/[A-Z][a-zA-Z_]+/.test(name)) {
    calendar.report.object(
      'invalid-time-zone',
      calendar.at('timeZone'),
      `'${name}' isn’t of the form area/place.`,
      bySchema,
    );
  }
  return name;
}

/** Reads a shorthand such as `30d`, of which zero has no meaning except where it delays something. */
export function readDurationShorthand(
  mapping: SloMapping,
  field: string,
  version: OpenSloVersion,
  options: { zero?: boolean } = {},
): SloDuration | undefined {
  const text = mapping.text(field);
  if (text === undefined || text === '') {
    return undefined;
  }
  const path = mapping.at(field);
  const { report } = mapping;
  const [, digits, unit] = /^(\d+)([a-zA-Z])$/.exec(text) ?? [];
  if (digits === undefined || !version.units.includes(unit)) {
    report.object(
      'invalid-duration',
      path,
      `'${text}' is no duration: a whole number and one of ${[
        ...version.units,
      ].join(', ')}.${describeUnits(version)}`,
    );
    return undefined;
  }
  const isZero = Number(digits) === 0;
  if (isZero && !options.zero) {
    report.reject('invalid-duration', path, `'${field}' must be more than 0.`);
    return undefined;
  }
  if (digits.startsWith('0')) {
    report.object('invalid-duration', path, `'${text}' begins with a zero.`, [
      'schema',
    ]);
  }
  const duration = parseSloDuration(text);
  if (!isZero && !duration) {
    report.reject(
      'invalid-duration',
      path,
      `'${text}' is more than ten years, the longest that can be asked for.`,
    );
  }
  return duration;
}

function describeUnits({ units }: OpenSloVersion): string {
  return units.includes('M') ? ' `M` is a month and `m` a minute.' : '';
}
