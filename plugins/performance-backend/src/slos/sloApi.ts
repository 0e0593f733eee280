import {
  components,
  SloTimeWindow,
} from '@perf-governance/plugin-performance-common';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { ProjectedEntity } from '../catalog/EntityStore';
import { queriesOf } from './planQueries';
import { Series, Slo } from './Slo';
import { DefinedSlo } from './SloEvaluator';

type Schemas = components['schemas'];

/** An SLO as the API shows it. */
export function sloToApi(
  slo: Slo,
  entity: ProjectedEntity,
  series: readonly Series[],
  definition: {
    method: Schemas['BudgetingMethod'];
    timeWindow: SloTimeWindow;
  },
): Schemas['Slo'] {
  const { status } = slo;
  return {
    id: String(slo.id),
    entity: entityProjectionToApi(entity),
    environment: slo.environment,
    definitionId: slo.definitionId,
    definitionName: slo.definitionName,
    ruleId: slo.ruleId,
    objective: slo.objective,
    title: slo.title,
    composite: slo.composite,
    method: definition.method,
    timeWindow: definition.timeWindow,
    target: status?.target ?? slo.target,
    state: slo.state,
    reason:
      status?.reason ??
      (slo.evaluatedAt === undefined
        ? { code: 'no-samples', message: 'It has not been measured yet.' }
        : undefined),
    attainment: slo.attainment,
    remainingShare: slo.remainingShare,
    burnRate: slo.burnRate,
    burnWindow: slo.burnWindow,
    severity: slo.severity,
    secondsToExhaustion: status?.secondsToExhaustion,
    coverage: status?.coverage,
    measuredAt: isoOf(slo.measuredAt),
    evaluatedAt: isoOf(slo.evaluatedAt),
    sources: sourcesToApi(series),
  };
}

/** Each source once, with the worst of what is measured from it. */
function sourcesToApi(series: readonly Series[]): Schemas['SloSource'][] {
  const order = ['unknown-source', 'down', 'rejected', 'back-filling', 'ok'];
  const worst = new Map<string, Series>();
  for (const one of series) {
    const known = worst.get(one.source);
    if (!known || order.indexOf(one.state) < order.indexOf(known.state)) {
      worst.set(one.source, one);
    }
  }
  return [...worst.values()].map(
    ({ source, state, stateSince, message, filled }) => ({
      name: source,
      state,
      since: state === 'ok' ? undefined : isoOf(stateSince),
      message,
      backfilledTo: state === 'back-filling' ? isoOf(filled?.from) : undefined,
    }),
  );
}

/** The queries behind an SLO, as they are asked for its entity. */
export function queriesToApi(defined: DefinedSlo): Schemas['SloQuery'][] {
  return defined.series.flatMap(({ objective, indicator, stepSeconds }) =>
    queriesOf(indicator).map(query => ({
      objective: defined.slo.composite ? objective : undefined,
      stepSeconds,
      ...query,
    })),
  );
}

export function definitionToApi({
  definition,
  spec,
}: DefinedSlo): Schemas['SloDetail']['definition'] {
  return {
    id: definition.id,
    name: definition.metadata.name,
    title: definition.metadata.title,
    description: definition.metadata.description,
    layer: definition.layer,
    stepSeconds: spec.stepSeconds,
    minEvents: spec.minEvents,
    objectives: spec.objectives.map(objective => ({
      name: objective.name,
      title: objective.title,
      target: objective.target,
      weight: objective.weight,
      timeSliceTarget: objective.timeSliceTarget,
      timeSliceSeconds: objective.timeSliceSeconds,
    })),
  };
}

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
