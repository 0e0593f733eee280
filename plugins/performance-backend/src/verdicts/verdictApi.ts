import { components } from '@perf-governance/plugin-performance-common';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { ProjectedEntity } from '../catalog/EntityStore';
import {
  CurrentVerdict,
  ExplainedStateChange,
  TrendPoint,
} from './VerdictReader';
import { VerdictKey } from './VerdictStore';

type Schemas = components['schemas'];

/** The API's id of a current verdict. */
export function verdictIdOf({ ruleId, subjectId }: VerdictKey): string {
  return `${ruleId}-${subjectId}`;
}

/** @returns `undefined` where it can't be an id. */
export function parseVerdictId(id: string): VerdictKey | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(id);
  return match
    ? { ruleId: Number(match[1]), subjectId: Number(match[2]) }
    : undefined;
}

export function currentVerdictToApi(
  verdict: CurrentVerdict,
  entity: ProjectedEntity,
  more: {
    trend?: TrendPoint[];
    openDisputes?: number;
    /** Epoch milliseconds. */
    measuredAt?: number;
  } = {},
): Schemas['CurrentVerdict'] {
  const { key, entityId: _, since, ...rest } = verdict;
  const { measuredAt } = more;
  return {
    ...rest,
    ...('measured' in rest &&
      rest.measured &&
      measuredAt !== undefined && {
        measured: { ...rest.measured, at: new Date(measuredAt).toISOString() },
      }),
    id: verdictIdOf(key),
    since: since.toISOString(),
    entity: entityProjectionToApi(entity),
    openDisputes: more.openDisputes,
    trend: more.trend?.map(point => ({ ...point, at: point.at.toISOString() })),
  };
}

export function changeToApi(
  change: ExplainedStateChange,
): Schemas['VerdictDetail']['history'][number] {
  const { at, state, previousState, value, runId, confirmed, message } = change;
  return {
    at: at.toISOString(),
    state,
    previousState,
    value,
    runId,
    confirmed,
    message,
  };
}
