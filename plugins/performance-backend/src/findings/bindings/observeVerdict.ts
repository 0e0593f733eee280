import { BoundJudgement } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn } from '../../database/columns';
import { CurrentVerdict } from '../../verdicts/VerdictReader';

/** Where the time of what people or other systems said of a check is; a module of the backend is asked all the time. */
const TABLES: Partial<Record<string, string>> = {
  attestation: 'attestations',
  external: 'external_results',
};

/**
 * What a verdict that no run is behind says now, at the time of what it is about: of an SLO or a budget that is
 * measured the end of the newest sample, of a check the run, the attestation or the result that it looks at, of any
 * other check now. A state that began later is as of its beginning.
 */
export async function observeVerdict(
  verdict: CurrentVerdict,
  now: Date,
  tx: Knex,
): Promise<BoundJudgement | undefined> {
  const measuredAt = await evidenceTime(verdict, now, tx);
  return measuredAt === undefined
    ? undefined
    : {
        at: Math.max(measuredAt, verdict.since.getTime()),
        state: verdict.state,
      };
}

/** Epoch milliseconds. */
async function evidenceTime(
  verdict: CurrentVerdict,
  now: Date,
  tx: Knex,
): Promise<number | undefined> {
  const { entityId, ruleId, evidence } = verdict;
  const { environment } = verdict.subject;
  if (evidence) {
    return Date.parse(evidence.startedAt);
  }
  if (verdict.kind === 'slo') {
    return newest(
      tx('slos')
        .where({ entity_id: entityId, rule_key: ruleId, environment })
        .whereNull('retired_at')
        .select('measured_at as at'),
    );
  }
  if (verdict.kind === 'budget') {
    return verdict.measured
      ? newest(
          tx('measurements')
            .where({
              entity_id: entityId,
              definition_id: verdict.measured.definitionId,
              environment,
            })
            .select('measured_at as at'),
        )
      : undefined;
  }
  const table =
    verdict.kind === 'check' ? TABLES[verdict.check.type] : undefined;
  if (!table) {
    return now.getTime();
  }
  return newest(
    tx(table)
      .where({ entity_id: entityId, check_name: verdict.definitionName })
      .select('at'),
  );
}

async function newest(rows: Knex.QueryBuilder): Promise<number | undefined> {
  const times: { at: BigIntColumn | null }[] = await rows;
  const known = times.flatMap(({ at }) => (at === null ? [] : Number(at)));
  return known.length === 0 ? undefined : Math.max(...known);
}
