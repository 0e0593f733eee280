import {
  BudgetMeasure,
  Definition,
  exemptionOf,
  renderQuery,
  VerdictReason,
} from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';
import { ProjectedEntity } from '../catalog/EntityStore';
import { MeasurementRecord } from './MeasurementStore';

/** What a budget wants measured of an entity. */
export interface MeasuringQuestion
  extends Pick<
    MeasurementRecord,
    'entityId' | 'definitionId' | 'environment' | 'fingerprint'
  > {
  measure: BudgetMeasure;
  /** For the entity; absent where it lacks what the query names, which `problem` tells. */
  query?: string;
  problem?: VerdictReason;
}

/** @param definitions - Those that apply to the entity. */
export function measuringQuestions(
  entity: ProjectedEntity,
  definitions: readonly Definition[],
): MeasuringQuestion[] {
  if (entity.retired) {
    return [];
  }
  return definitions.flatMap(definition => {
    if (
      definition.kind !== 'Budget' ||
      !definition.spec.measure ||
      exemptionOf(definition, entity.fact) !== undefined
    ) {
      return [];
    }
    const { measure, environments = [] } = definition.spec;
    const rendered = renderQuery(
      measure.query,
      entity.fact.entity,
      `${measure.windowSeconds}s`,
    );
    return environments.map(environment => ({
      entityId: entity.id,
      definitionId: definition.id,
      environment,
      fingerprint: createHash('sha256')
        .update(JSON.stringify([environment, measure, rendered]))
        .digest('hex'),
      measure,
      ...('query' in rendered
        ? { query: rendered.query }
        : {
            problem: {
              code: rendered.problem.code,
              message: rendered.problem.message,
            },
          }),
    }));
  });
}
