import { stringify } from 'yaml';
import {
  DEFINITION_API_VERSION,
  DefinitionMetadata,
  EntitySelector,
  Exemption,
  SloIndicator,
  SloObjective,
  SloQuery,
  SloSpec,
  SloTimeWindow,
} from '../model';
import { durationOfSeconds, formatSloDuration } from './sloDuration';

/**
 * Writes an SLO as YAML of our own kind, which reads back as the same SLO.
 *
 * @public
 */
export function writeSlo(slo: {
  metadata: DefinitionMetadata;
  spec: SloSpec;
}): string {
  const { spec } = slo;
  return stringify(
    {
      apiVersion: DEFINITION_API_VERSION,
      kind: 'SLO',
      metadata: slo.metadata,
      spec: {
        ...writeScope(spec),
        ...(spec.service !== undefined && { service: spec.service }),
        environment: spec.environment,
        ...(spec.minEvents !== undefined && { minEvents: spec.minEvents }),
        ...(spec.stepSeconds !== undefined && { step: `${spec.stepSeconds}s` }),
        ...(spec.indicator && { indicator: writeIndicator(spec.indicator) }),
        timeWindow: [writeWindow(spec.timeWindow)],
        budgetingMethod: spec.budgetingMethod,
        objectives: spec.objectives.map(writeObjective),
      },
    },
    { lineWidth: 0 },
  );
}

function writeScope(spec: {
  appliesTo?: EntitySelector;
  exempt?: Exemption[];
}): object {
  return {
    ...(spec.appliesTo && { appliesTo: spec.appliesTo }),
    ...(spec.exempt && { exempt: spec.exempt }),
  };
}

function writeWindow(window: SloTimeWindow): object {
  const duration = formatSloDuration(window.duration);
  if (window.type === 'rolling') {
    return { duration, isRolling: true };
  }
  const { startTime, timeZone } = window;
  return {
    duration,
    calendar: { startTime: startTime.replace('T', ' '), timeZone },
  };
}

function writeObjective(objective: SloObjective, position: number): object {
  const { name, title, target, timeSliceTarget, timeSliceSeconds } = objective;
  return {
    ...(name !== `objective-${position + 1}` && { name }),
    ...(title !== undefined && { displayName: title }),
    ...(objective.threshold && {
      op: objective.threshold.operator,
      value: objective.threshold.value,
    }),
    target,
    ...(timeSliceTarget !== undefined && { timeSliceTarget }),
    ...(timeSliceSeconds !== undefined && {
      timeSliceWindow: formatSloDuration(durationOfSeconds(timeSliceSeconds)),
    }),
    ...(objective.indicator && {
      indicator: writeIndicator(objective.indicator),
    }),
    ...(objective.weight !== undefined && {
      compositeWeight: objective.weight,
    }),
  };
}

function writeIndicator(indicator: SloIndicator): object {
  switch (indicator.type) {
    case 'threshold':
      return { spec: { thresholdMetric: writeQuery(indicator.metric) } };
    case 'raw-ratio':
      return {
        spec: {
          ratioMetric: {
            raw: writeQuery(indicator.raw),
            rawType: indicator.rawType,
          },
        },
      };
    case 'pushed': {
      const pushed = () => ({ metricSource: { type: 'pushed' } });
      return { spec: { ratioMetric: { good: pushed(), total: pushed() } } };
    }
    default: {
      const { counter, good, bad, total } = indicator;
      return {
        spec: {
          ratioMetric: {
            counter,
            ...(good && { good: writeQuery(good) }),
            ...(bad && { bad: writeQuery(bad) }),
            total: writeQuery(total),
          },
        },
      };
    }
  }
}

function writeQuery({ source, query }: SloQuery): object {
  return { metricSource: { metricSourceRef: source, spec: { query } } };
}
