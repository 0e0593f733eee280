import {
  LatencyLimit,
  latencyObjective,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { jsonOf } from '../database/columns';
import { RenderedIndicator, SeriesDeclaration } from '../slos/Slo';

interface ObjectiveRow {
  entity_id: number;
  environment: string;
  rule_key: string;
  title: string;
  target: number;
  indicator: string;
  counting: string;
}

/** What SLOs promise of the latency of requests, of all entities that there are. */
export async function selectLatencyObjectives(
  knex: Knex,
): Promise<{ entityId: number; limit: LatencyLimit }[]> {
  const rows: ObjectiveRow[] = await knex('slos')
    .join('slo_series', 'slo_series.slo_id', 'slos.id')
    .whereNull('slos.retired_at')
    .whereNull('slo_series.retired_at')
    // What a composite promises is of no single part of it.
    .where('slos.composite', false)
    .orderBy('slo_series.id')
    .select(
      'slos.entity_id',
      'slos.environment',
      'slos.rule_key',
      'slos.title',
      'slos.target',
      'slo_series.indicator',
      'slo_series.counting',
    );
  return rows.flatMap(row => {
    const indicator = jsonOf<RenderedIndicator>(row.indicator);
    const { method } = jsonOf<SeriesDeclaration['counting']>(row.counting);
    const objective =
      method === 'Occurrences' && indicator.type !== 'unrenderable'
        ? latencyObjective(indicator, row.target)
        : undefined;
    return objective
      ? [
          {
            entityId: row.entity_id,
            limit: {
              ruleId: row.rule_key,
              environment: row.environment,
              slo: row.title,
              ...objective,
            },
          },
        ]
      : [];
  });
}
