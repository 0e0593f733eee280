import {
  SloDuration,
  SloIndicator,
  SloObjective,
  SloSpec,
  SloTimeWindow,
} from '../model';
import { checkDescription, checkMetadata } from './checkMetadata';
import { checkAlertList, checkAlertObject } from './checkOpenSloAlerts';
import { checkService } from './checkService';
import { loseLabels, readOwnSettings } from './ownSettings';
import { readKind } from './readOpenSloObject';
import { SloContext } from './readOpenSloIndicator';
import { onlyWindow, readWindowType } from './readOpenSloWindow';
import {
  readV1AlphaObjectives,
  readV1AlphaQuery,
  V1_ALPHA_METHODS,
} from './readV1AlphaObjectives';
import { isTooLong } from './sloDuration';
import { SloMapping } from './SloMapping';

const ALERT_KINDS = [
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;
const KINDS = ['SLO', 'Service', ...ALERT_KINDS] as const;

/** Reads an object of OpenSLO v1alpha. */
export function readV1AlphaObject(
  object: SloMapping,
  context: SloContext,
): SloSpec[] {
  object.expectOnly(['apiVersion', 'kind', 'metadata', 'spec']);
  const kind = readKind(object, KINDS);
  if (!kind) {
    return [];
  }
  if (kind !== 'SLO' && kind !== 'Service') {
    object.report.object(
      'unknown-kind',
      object.at('kind'),
      `The SDK has only SLO and Service of v1alpha, not ${kind}.`,
      ['sdk'],
    );
  }
  const metadata = checkMetadata(object, 'v1alpha');
  loseLabels(metadata);
  const spec = object.require('spec', kind === 'Service' ? [] : undefined)
    ? object.mapping('spec')
    : undefined;
  if (kind !== 'SLO') {
    object.report.lose([], {
      said: `the ${kind} '${metadata?.raw('name')}'`,
      becomes: 'nothing',
    });
  }
  if (!spec) {
    return [];
  }
  switch (kind) {
    case 'SLO':
      return readSlo(spec, metadata, context);
    case 'Service':
      spec.expectOnly(['description']);
      checkDescription(spec);
      return [];
    default:
      checkAlertObject(kind, spec, context);
      return [];
  }
}

function readSlo(
  spec: SloMapping,
  metadata: SloMapping | undefined,
  context: SloContext,
): SloSpec[] {
  spec.expectOnly(
    [
      'description',
      'service',
      'indicator',
      'timeWindows',
      'budgetingMethod',
      'objectives',
      'alertPolicies',
    ].filter(field => field !== 'alertPolicies' || spec.has(field)),
  );
  checkDescription(spec);
  spec.require('service');
  checkService(spec, 'service');
  const service = spec.text('service');
  spec.require('budgetingMethod');
  const method = spec.choice('budgetingMethod', V1_ALPHA_METHODS);
  const timeWindow = readWindow(spec);
  const threshold = readThresholdMetric(spec);
  const objectives = readV1AlphaObjectives(spec, method, threshold);
  if (spec.has('alertPolicies')) {
    spec.report.object(
      'unknown-field',
      spec.at('alertPolicies'),
      "The SDK has no 'alertPolicies' in v1alpha.",
      ['sdk'],
      'key',
    );
    checkAlertList(spec, 'alertPolicies', 'AlertPolicy', context);
    spec.report.lose(spec.at('alertPolicies'), {
      said: 'alert policies',
      becomes: 'nothing: alerts are by burn rate over pairs of windows',
    });
  }
  const { environment, ...rest } = readOwnSettings(metadata);
  if (!method || !timeWindow || !objectives) {
    return [];
  }
  const common = {
    ...(service && { service }),
    environment,
    budgetingMethod: method,
    timeWindow,
    ...rest,
  };
  return groupByIndicator(objectives).map(group => ({
    ...common,
    indicator: threshold ?? group[0].indicator,
    objectives: group.map(({ indicator: _, ...objective }) => objective),
  }));
}

/**
 * Each objective has queries of its own and stands for itself: no composite is meant. Those that
 * measure different things are SLOs of their own.
 */
function groupByIndicator(objectives: SloObjective[]): SloObjective[][] {
  const groups = new Map<string, SloObjective[]>();
  for (const objective of objectives) {
    const key = JSON.stringify(objective.indicator);
    groups.set(key, [...(groups.get(key) ?? []), objective]);
  }
  return [...groups.values()];
}

const UNITS: Record<string, (count: number) => SloDuration | undefined> = {
  Second: count =>
    count % 60 === 0 ? { count: count / 60, unit: 'minute' } : undefined,
  Minute: count => ({ count, unit: 'minute' }),
  Hour: count => ({ count, unit: 'hour' }),
  Day: count => ({ count, unit: 'day' }),
  Week: count => ({ count, unit: 'week' }),
  Month: count => ({ count, unit: 'month' }),
  Quarter: count => ({ count, unit: 'quarter' }),
  Year: count => ({ count, unit: 'year' }),
};

/** Units that the SDK lacks, though the prose has them. */
const NOT_IN_SDK = ['Minute', 'Hour', 'Year'];

function readWindow(spec: SloMapping): SloTimeWindow | undefined {
  const window = onlyWindow(spec, 'timeWindows');
  if (!window) {
    return undefined;
  }
  window.expectOnly(['unit', 'count', 'isRolling', 'calendar']);
  window.require('unit');
  window.require('count');
  const unit = window.choice('unit', Object.keys(UNITS));
  const count = window.number('count');
  if (unit && NOT_IN_SDK.includes(unit)) {
    window.report.object(
      'invalid-value',
      window.at('unit'),
      `The SDK doesn’t have the unit ${unit}.`,
      ['sdk'],
    );
  }
  const isCount = count !== undefined && Number.isInteger(count) && count > 0;
  if (count !== undefined && !isCount) {
    window.report.reject(
      'invalid-duration',
      window.at('count'),
      `'count' must be a whole number of at least 1, not ${count}.`,
    );
  }
  const duration = unit && isCount ? UNITS[unit](count) : undefined;
  if (unit === 'Second' && isCount && !duration) {
    window.report.reject(
      'invalid-duration',
      window.at('count'),
      `${count} seconds are no whole number of minutes.`,
    );
  }
  if (duration && isTooLong(duration)) {
    window.report.reject(
      'invalid-duration',
      window.at('count'),
      'The window is more than ten years, the longest that can be asked for.',
    );
  }
  return readWindowType(window, window.boolean('isRolling'), duration);
}

function readThresholdMetric(spec: SloMapping): SloIndicator | undefined {
  const indicator = spec.mapping('indicator');
  if (!indicator) {
    return undefined;
  }
  indicator.expectOnly(['thresholdMetric']);
  indicator.require('thresholdMetric');
  const metric = indicator.mapping('thresholdMetric');
  const query = metric && readV1AlphaQuery(metric);
  return query && query !== 'pushed'
    ? { type: 'threshold', metric: query }
    : undefined;
}
