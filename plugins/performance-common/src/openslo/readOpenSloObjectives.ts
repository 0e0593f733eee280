import { BudgetingMethod, SloIndicator, SloObjective } from '../model';
import { OpenSloVersion } from './OpenSloVersion';
import { ratioOfPercent } from './ratioOfPercent';
import { readDurationShorthand } from './readOpenSloWindow';
import { fixedSeconds } from './sloDuration';
import { SloMapping } from './SloMapping';

/** What an objective is read with. */
export interface ObjectiveContext {
  version: OpenSloVersion;
  method: BudgetingMethod | undefined;
  /** Of the spec, or the objective's own. */
  indicator: SloIndicator | undefined;
  /** Whether the indicator is there to be seen: not by a reference. */
  isInline: boolean;
  isComposite: boolean;
}

export function readOpenSloObjective(
  objective: SloMapping,
  position: number,
  context: ObjectiveContext,
): SloObjective | undefined {
  const { version, isComposite, indicator } = context;
  objective.expectOnly([
    'displayName',
    'op',
    'value',
    'target',
    'targetPercent',
    'timeSliceTarget',
    'timeSliceWindow',
    version.fields.indicator,
    version.fields.indicatorRef,
    'compositeWeight',
  ]);
  const title = objective.text('displayName');
  const target = readTarget(objective);
  const slice = readSlice(objective, context);
  const threshold = readThreshold(objective, context);
  const weight = readWeight(objective, isComposite);
  if (target === undefined) {
    return undefined;
  }
  return {
    name: `objective-${position + 1}`,
    ...(title && { title }),
    target,
    ...slice,
    ...(threshold && { threshold }),
    ...(isComposite && indicator && { indicator }),
    ...(weight !== undefined && { weight }),
  };
}

function readTarget(objective: SloMapping): number | undefined {
  const { report } = objective;
  const target = readShare(objective, 'target', 1);
  const percent = readShare(objective, 'targetPercent', 100);
  const ofPercent = percent === undefined ? undefined : ratioOfPercent(percent);
  const has = (field: string) => objective.has(field);
  if (!has('target') && !has('targetPercent')) {
    report.object(
      'exactly-one',
      objective.path,
      'There must be exactly one of target, targetPercent.',
    );
  } else if (!has('target')) {
    report.object(
      'missing-field',
      objective.path,
      'The schema knows `target` only, not `targetPercent`.',
      ['schema'],
    );
  } else if (has('targetPercent')) {
    const isSame = target === ofPercent;
    report.object(
      'exactly-one',
      objective.at('targetPercent'),
      isSame
        ? 'There must be exactly one of target, targetPercent; they say the same.'
        : 'There must be exactly one of target, targetPercent, and they contradict each other.',
      isSame ? ['spec', 'sdk'] : ['governance'],
    );
  }
  return target ?? ofPercent;
}

function readShare(
  objective: SloMapping,
  field: string,
  end: number,
): number | undefined {
  const value = objective.number(field);
  if (value !== undefined && !(value >= 0 && value < end)) {
    objective.report.reject(
      'target-range',
      objective.at(field),
      `'${field}' must be at least 0 and less than ${end}, not ${value}.`,
    );
    return undefined;
  }
  return value;
}

function readSlice(
  objective: SloMapping,
  { method, version }: ObjectiveContext,
): Pick<SloObjective, 'timeSliceTarget' | 'timeSliceSeconds'> {
  const needsTarget = method === 'Timeslices';
  const needsWindow = needsTarget || method === 'RatioTimeslices';
  for (const [field, isNeeded] of [
    ['timeSliceTarget', needsTarget],
    ['timeSliceWindow', needsWindow],
  ] as const) {
    if (isNeeded && !objective.has(field)) {
      objective.report.object(
        'time-slice',
        objective.path,
        `With \`${method}\` the objective needs '${field}'.`,
        // The schema doesn't know RatioTimeslices, and so asks for nothing.
        needsTarget ? undefined : ['governance'],
      );
    } else if (!isNeeded && method && objective.has(field)) {
      objective.report.lose(objective.at(field), {
        said: `'${field}'`,
        becomes: `nothing: it has no meaning with \`${method}\``,
      });
    }
  }
  const timeSliceTarget = objective.number('timeSliceTarget');
  if (
    timeSliceTarget !== undefined &&
    !(timeSliceTarget > 0 && timeSliceTarget <= 1)
  ) {
    objective.report.reject(
      'time-slice',
      objective.at('timeSliceTarget'),
      `'timeSliceTarget' must be more than 0 and at most 1, not ${timeSliceTarget}.`,
    );
  }
  const timeSliceSeconds = readSliceSeconds(objective, version);
  return {
    ...(needsTarget && timeSliceTarget !== undefined && { timeSliceTarget }),
    ...(needsWindow && timeSliceSeconds !== undefined && { timeSliceSeconds }),
  };
}

function readSliceSeconds(
  objective: SloMapping,
  version: OpenSloVersion,
): number | undefined {
  const path = objective.at('timeSliceWindow');
  const minutes = objective.raw('timeSliceWindow');
  if (typeof minutes === 'number') {
    if (!Number.isInteger(minutes) || minutes <= 0) {
      objective.report.reject(
        'time-slice',
        path,
        `A slice takes a whole number of minutes, not ${minutes}.`,
      );
      return undefined;
    }
    objective.report.object(
      'time-slice',
      path,
      `A number is taken to mean minutes; write \`${minutes}m\`.`,
      ['sdk'],
    );
    return minutes * 60;
  }
  const duration = readDurationShorthand(objective, 'timeSliceWindow', version);
  const seconds = duration && fixedSeconds(duration);
  if (duration && seconds === undefined) {
    objective.report.reject(
      'time-slice',
      path,
      'Slices must have the same length, which months, quarters and years don’t.',
    );
  }
  return seconds;
}

const OPERATORS = ['lte', 'gte', 'lt', 'gt'] as const;

function readThreshold(
  objective: SloMapping,
  { indicator, isInline, isComposite }: ObjectiveContext,
): SloObjective['threshold'] {
  const { report } = objective;
  const operator = objective.choice('op', OPERATORS);
  const value = objective.number('value');
  if (indicator?.type === 'threshold') {
    for (const field of ['op', 'value']) {
      if (!objective.has(field)) {
        report.reject(
          'threshold-comparison',
          objective.path,
          `With a threshold metric the objective needs '${field}'.`,
        );
      }
    }
    return operator && value !== undefined ? { operator, value } : undefined;
  }
  for (const field of ['op', 'value']) {
    if (indicator && objective.has(field)) {
      report.object(
        'threshold-comparison',
        objective.at(field),
        `'${field}' belongs to a threshold metric, and this is a ratio.`,
        // The SDK sees no further than the SLO itself.
        isInline && !isComposite ? ['sdk'] : [],
      );
      report.lose(objective.at(field), {
        said: `'${field}' with a ratio`,
        becomes: 'nothing: a ratio isn’t compared to a threshold',
      });
    }
  }
  return undefined;
}

function readWeight(
  objective: SloMapping,
  isComposite: boolean,
): number | undefined {
  const weight = objective.number('compositeWeight');
  if (weight === undefined) {
    return undefined;
  }
  if (!(weight > 0)) {
    objective.report.object(
      'invalid-value',
      objective.at('compositeWeight'),
      `'compositeWeight' must be more than 0, not ${weight}.`,
      // The schema doesn't have it.
      isComposite ? ['governance'] : ['spec'],
    );
  }
  if (!isComposite) {
    objective.report.lose(objective.at('compositeWeight'), {
      said: `the weight ${weight}`,
      becomes: 'nothing: the objectives stand for themselves',
    });
    return undefined;
  }
  return weight;
}
