import {
  BudgetingMethod,
  SloObjective,
  SloSpec,
  SloThresholdOperator,
  SloTimeWindow,
} from '../model';
import { isTimeZone, readLocalTime } from '../openslo/calendarTime';
import { isEntityName } from '../openslo/isEntityName';
import { ratioOfPercent } from '../openslo/ratioOfPercent';
import {
  fixedSeconds,
  parseSloDuration,
  shortestSeconds,
} from '../openslo/sloDuration';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readDuration } from './readDuration';
import { readScope, WrittenScope } from './readScope';
import { readSloIndicator, WrittenIndicator } from './readSloIndicator';

/** An SLO's spec as users write it, without what the schema refuses. */
export interface WrittenSlo extends WrittenScope {
  service?: string;
  environment?: string;
  minEvents?: number;
  step?: string;
  indicator?: WrittenIndicator;
  timeWindow?: WrittenWindow[];
  budgetingMethod?: BudgetingMethod;
  objectives?: WrittenObjective[];
}

interface WrittenWindow {
  duration?: string;
  isRolling?: boolean;
  calendar?: { startTime?: string; timeZone?: string };
}

interface WrittenObjective {
  name?: string;
  displayName?: string;
  target?: number;
  targetPercent?: number;
  timeSliceTarget?: number;
  timeSliceWindow?: string;
  op?: SloThresholdOperator;
  value?: number;
  indicator?: WrittenIndicator;
  compositeWeight?: number;
}

/** @returns `undefined` if the window or an objective can't be read. */
export function readSlo(
  written: WrittenSlo,
  reporter: ProblemReporter,
): SloSpec | undefined {
  const { objectives: writtenObjectives = [], minEvents } = written;
  const method = written.budgetingMethod ?? 'Occurrences';
  const isComposite = writtenObjectives.some(each => each?.indicator);
  if (isComposite === 'indicator' in written) {
    reporter.error(
      'exactly-one',
      ['spec'],
      'The indicator must be given either once in the spec or in each objective.',
    );
  }
  const indicator =
    written.indicator &&
    readSloIndicator(written.indicator, ['spec', 'indicator'], reporter);
  const objectives = writtenObjectives.map((objective, index) =>
    readObjective(objective ?? {}, index, { method, indicator }, reporter),
  );
  if (isComposite) {
    for (const [index, objective] of writtenObjectives.entries()) {
      if (objective && !('indicator' in objective)) {
        reporter.error(
          'missing-field',
          ['spec', 'objectives', index],
          "Like the others, the objective needs the field 'indicator'.",
        );
      }
    }
  }
  checkNames(objectives, reporter);
  if (written.service !== undefined && !isEntityName(written.service)) {
    reporter.error(
      'invalid-entity-ref',
      ['spec', 'service'],
      `'${written.service}' can be neither the name of an entity nor a reference to one.`,
    );
  }
  const timeWindow =
    written.timeWindow?.[0] && readWindow(written.timeWindow[0], reporter);
  for (const [index, objective] of objectives.entries()) {
    const { timeSliceSeconds = 0 } = objective ?? {};
    if (timeWindow && timeSliceSeconds > shortestSeconds(timeWindow.duration)) {
      reporter.error(
        'invalid-duration',
        ['spec', 'objectives', index, 'timeSliceWindow'],
        'A slice can’t be longer than the time window.',
      );
    }
  }
  const stepSeconds = readDuration(written.step, ['spec', 'step'], reporter);
  const complete = objectives.filter(each => each !== undefined);
  if (!timeWindow || complete.length < Math.max(1, writtenObjectives.length)) {
    return undefined;
  }
  return {
    ...readScope(written, reporter),
    ...(written.service !== undefined && { service: written.service }),
    environment: written.environment ?? 'production',
    budgetingMethod: method,
    timeWindow,
    ...(indicator && { indicator }),
    objectives: complete,
    ...(stepSeconds !== undefined && { stepSeconds }),
    ...(minEvents !== undefined && { minEvents }),
  };
}

function readObjective(
  written: WrittenObjective,
  position: number,
  slo: { method: BudgetingMethod; indicator?: SloSpec['indicator'] },
  reporter: ProblemReporter,
): SloObjective | undefined {
  const path = ['spec', 'objectives', position];
  const own =
    written.indicator &&
    readSloIndicator(written.indicator, [...path, 'indicator'], reporter);
  const target =
    written.target ??
    (written.targetPercent === undefined
      ? undefined
      : ratioOfPercent(written.targetPercent));
  const slice = readSlice(written, path, slo.method, reporter);
  const threshold = readThreshold(
    written,
    path,
    own ?? slo.indicator,
    reporter,
  );
  if (target === undefined) {
    return undefined;
  }
  return {
    name: written.name ?? `objective-${position + 1}`,
    ...(written.displayName !== undefined && { title: written.displayName }),
    target,
    ...slice,
    ...(threshold && { threshold }),
    ...(own && { indicator: own }),
    ...(written.compositeWeight !== undefined && {
      weight: written.compositeWeight,
    }),
  };
}

function readSlice(
  written: WrittenObjective,
  path: DocumentPath,
  method: BudgetingMethod,
  reporter: ProblemReporter,
): Pick<SloObjective, 'timeSliceTarget' | 'timeSliceSeconds'> {
  const needed: ('timeSliceTarget' | 'timeSliceWindow')[] = [
    ...(method === 'Timeslices' ? (['timeSliceTarget'] as const) : []),
    ...(method === 'Occurrences' ? [] : (['timeSliceWindow'] as const)),
  ];
  for (const field of ['timeSliceTarget', 'timeSliceWindow'] as const) {
    if (field in written && !needed.includes(field)) {
      reporter.error(
        'invalid-value',
        [...path, field],
        `\`${field}\` has no meaning with \`${method}\`.`,
      );
    } else if (!(field in written) && needed.includes(field)) {
      reporter.error(
        'missing-field',
        path,
        `With \`${method}\` the objective needs the field '${field}'.`,
      );
    }
  }
  const { timeSliceTarget, timeSliceWindow } = written;
  const duration =
    timeSliceWindow === undefined
      ? undefined
      : parseSloDuration(timeSliceWindow);
  const timeSliceSeconds = duration && fixedSeconds(duration);
  if (timeSliceWindow !== undefined && timeSliceSeconds === undefined) {
    reporter.error(
      'invalid-duration',
      [...path, 'timeSliceWindow'],
      'A slice takes a number of minutes, hours, days or weeks, e.g. `1m`.',
    );
  }
  return {
    ...(timeSliceTarget !== undefined && { timeSliceTarget }),
    ...(timeSliceSeconds !== undefined && { timeSliceSeconds }),
  };
}

function readThreshold(
  { op, value }: WrittenObjective,
  path: DocumentPath,
  indicator: SloSpec['indicator'],
  reporter: ProblemReporter,
): SloObjective['threshold'] {
  if (indicator?.type === 'threshold') {
    if (op !== undefined && value !== undefined) {
      return { operator: op, value };
    }
    reporter.error(
      'missing-field',
      path,
      'With a threshold metric the objective needs the fields `op` and `value`.',
    );
  } else if (indicator && (op !== undefined || value !== undefined)) {
    reporter.error(
      'invalid-value',
      [...path, op === undefined ? 'value' : 'op'],
      '`op` and `value` belong to a threshold metric, and this is a ratio.',
    );
  }
  return undefined;
}

function checkNames(
  objectives: (SloObjective | undefined)[],
  reporter: ProblemReporter,
): void {
  const seen = new Set<string>();
  for (const [index, objective] of objectives.entries()) {
    if (objective && seen.has(objective.name)) {
      reporter.error(
        'duplicate-name',
        ['spec', 'objectives', index, 'name'],
        `There is another objective named '${objective.name}'.`,
      );
    }
    seen.add(objective?.name ?? '');
  }
}

function readWindow(
  { duration: text, isRolling, calendar }: WrittenWindow,
  reporter: ProblemReporter,
): SloTimeWindow | undefined {
  const path = ['spec', 'timeWindow', 0];
  const duration = text === undefined ? undefined : parseSloDuration(text);
  if (text !== undefined && !duration) {
    reporter.error(
      'invalid-duration',
      [...path, 'duration'],
      `'${text}' is no length of time from a minute to ten years; write e.g. \`30d\` or \`1M\`.`,
    );
  }
  if (isRolling === Boolean(calendar)) {
    reporter.error(
      'exactly-one',
      path,
      'A window either has `isRolling: true`, or a `calendar`.',
    );
  }
  if (!calendar) {
    return duration && { type: 'rolling', duration };
  }
  const { startTime, timeZone } = calendar;
  const start = startTime === undefined ? undefined : readLocalTime(startTime);
  if (startTime !== undefined && !start) {
    reporter.error(
      'invalid-date',
      [...path, 'calendar', 'startTime'],
      `'${startTime}' is no local time; write e.g. \`2026-01-01 00:00:00\`.`,
    );
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    reporter.error(
      'invalid-time-zone',
      [...path, 'calendar', 'timeZone'],
      `'${timeZone}' is no name in the IANA Time Zone Database; write e.g. \`Europe/Berlin\`.`,
    );
  }
  return (
    (duration &&
      start &&
      timeZone !== undefined && {
        type: 'calendar',
        duration,
        startTime: start.iso,
        timeZone,
      }) ||
    undefined
  );
}
