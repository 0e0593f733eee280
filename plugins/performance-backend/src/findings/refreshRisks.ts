import {
  RISK_GRADES,
  riskOf,
  RiskMatrix,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { gradeColumn, riskColumn } from './findingRow';

/**
 * Brings the risks of findings in step with the matrix, which may have been configured anew.
 *
 * @returns ids of the entities that are affected by findings of another risk than before.
 */
export async function refreshRisks(
  matrix: RiskMatrix,
  tx: Knex.Transaction,
): Promise<number[]> {
  const changed: number[] = [];
  for (const severity of RISK_GRADES) {
    for (const likelihood of RISK_GRADES) {
      const risk = riskColumn(riskOf(severity, likelihood, matrix));
      const rows: { id: number }[] = await tx('findings')
        .where({
          severity: gradeColumn(severity),
          likelihood: gradeColumn(likelihood),
        })
        .whereNot({ risk })
        .update({ risk })
        .returning('id');
      changed.push(...rows.map(({ id }) => id));
    }
  }
  return changed.length === 0
    ? []
    : tx('finding_entities')
        .whereIn('finding_id', changed)
        .distinct()
        .pluck('entity_id');
}
