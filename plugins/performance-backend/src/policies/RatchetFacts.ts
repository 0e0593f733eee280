import {
  getMetric,
  GovernanceFacts,
  Labels,
  PolicyDefinition,
  policyRuleSelectors,
  RatchetFact,
  ScorecardDefinition,
  selectsRule,
  Unit,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { jsonOf } from '../database/columns';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { bestMedian, Measurement } from './bestMedian';
import { selectVersions } from './selectVersions';

interface Rule {
  id: number;
  rule_key: string;
  area: string;
  metric: string;
  statistic: string;
  unit: string;
}

interface MeasurementRow {
  rule_id: number;
  subject_id: number;
  entity_id: number;
  environment: string;
  labels: string;
  value: number;
  tool: string;
  configuration_fingerprint: string;
}

interface ReadPolicies {
  /** Of all definitions in force. */
  version: number;
  /** With a ratchet. */
  policies: PolicyDefinition[];
  scorecards: ScorecardDefinition[];
}

/**
 * Tells evaluation the best that was kept up, where a policy holds on to it: worked out anew each time
 * from what runs were judged, so that an invalid or a late run needs no correction. The run that is
 * judged has no part in it.
 */
export class RatchetFacts implements EntityFactSource {
  #inForce: ReadPolicies | undefined;

  async load(entityIds: number[], _now: Date, tx: Knex.Transaction) {
    const facts = new Map<number, GovernanceFacts>();
    // Without the runs that are the evidence now.
    const ratchets = await this.#read(tx, entityIds, query =>
      query.whereNotExists(
        tx('evidence')
          .whereRaw('evidence.entity_id = subjects.entity_id')
          .whereRaw('evidence.environment = subjects.environment')
          .whereRaw('evidence.metric = rules.metric')
          .whereRaw('evidence.run_id = run_verdicts.run_id'),
      ),
    );
    for (const [entityId, ofEntity] of ratchets) {
      facts.set(entityId, { ratchets: ofEntity });
    }
    return facts;
  }

  /** What a run has to keep up with that is judged by itself. */
  async before(
    run: { entityId: number; startedAt: Date },
    knex: Knex,
  ): Promise<RatchetFact[]> {
    const ratchets = await this.#read(knex, [run.entityId], query =>
      query.where('run_verdicts.started_at', '<', run.startedAt.getTime()),
    );
    return ratchets.get(run.entityId) ?? [];
  }

  async #read(
    knex: Knex,
    entityIds: number[],
    narrow: (measurements: Knex.QueryBuilder) => void,
  ): Promise<Map<number, RatchetFact[]>> {
    const found = new Map<number, RatchetFact[]>();
    const rules = await this.#ratchetedRules(knex);
    if (rules.size === 0) {
      return found;
    }
    const query = selectMeasurements(knex, entityIds, [...rules.keys()]);
    narrow(query);
    for (const ofVerdict of groupByVerdict(await query)) {
      const [row] = ofVerdict;
      const rule = rules.get(row.rule_id);
      const best = rule && bestMedian(measurements(ofVerdict), betterOf(rule));
      if (rule && best !== undefined) {
        const ofEntity = found.get(row.entity_id) ?? [];
        found.set(row.entity_id, ofEntity);
        ofEntity.push({
          ruleId: rule.rule_key,
          environment: row.environment,
          labels: jsonOf<Labels>(row.labels),
          best,
        });
      }
    }
    return found;
  }

  async #ratchetedRules(knex: Knex): Promise<Map<number, Rule>> {
    const { policies, scorecards } = await this.#readPolicies(knex);
    if (policies.length === 0) {
      return new Map();
    }
    const selectors = policies.flatMap(policy =>
      policyRuleSelectors(policy, scorecards),
    );
    const rules: Rule[] = await knex('rules').where('kind', 'budget');
    return new Map(
      rules
        .filter(rule =>
          selectors.some(selector =>
            selectsRule(selector, { ...rule, ruleId: rule.rule_key }),
          ),
        )
        .map(rule => [rule.id, rule]),
    );
  }

  async #readPolicies(knex: Knex): Promise<ReadPolicies> {
    const { version } = await knex('definition_state').where('id', 1).first();
    const known = this.#inForce;
    if (known && known.version === version) {
      return known;
    }
    const read: ReadPolicies = { version, policies: [], scorecards: [] };
    const versions = await selectVersions(knex, ['Policy', 'Scorecard']);
    for (const ofDefinition of versions.values()) {
      const definition = ofDefinition.at(-1)?.definition;
      if (definition?.kind === 'Policy' && definition.spec.ratchet) {
        read.policies.push(definition);
      } else if (definition?.kind === 'Scorecard') {
        read.scorecards.push(definition);
      }
    }
    this.#inForce = read;
    return read;
  }
}

/** What valid runs of tracked branches measured, in order of time. Relies on run_verdicts_sequence_idx. */
function selectMeasurements(
  knex: Knex,
  entityIds: number[],
  ruleIds: number[],
): Knex.QueryBuilder<MeasurementRow, MeasurementRow[]> {
  return knex('subjects')
    .join('run_verdicts', 'run_verdicts.subject_id', 'subjects.id')
    .join('rules', 'rules.id', 'run_verdicts.rule_id')
    .join('runs', 'runs.id', 'run_verdicts.run_id')
    .whereIn('subjects.entity_id', entityIds)
    .whereIn('run_verdicts.rule_id', ruleIds)
    .where({ 'run_verdicts.measured': true, 'runs.tracked': true })
    .whereNull('runs.invalid_at')
    .whereNotNull('run_verdicts.value')
    .orderBy([
      'run_verdicts.rule_id',
      'run_verdicts.subject_id',
      'run_verdicts.started_at',
      'run_verdicts.run_id',
    ])
    .select(
      'run_verdicts.rule_id',
      'run_verdicts.subject_id',
      'run_verdicts.value',
      'subjects.entity_id',
      'subjects.environment',
      'subjects.labels',
      'runs.tool',
      'runs.configuration_fingerprint',
    );
}

function* groupByVerdict(rows: MeasurementRow[]): Generator<MeasurementRow[]> {
  let group: MeasurementRow[] = [];
  for (const row of rows) {
    const [first] = group;
    if (
      first &&
      (first.rule_id !== row.rule_id || first.subject_id !== row.subject_id)
    ) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) {
    yield group;
  }
}

function measurements(rows: MeasurementRow[]): Measurement[] {
  return rows.map(row => ({
    value: row.value,
    comparable: `${row.tool} ${row.configuration_fingerprint}`,
  }));
}

/** See `Verdict.ruleId` for rules on what has no better side. */
function betterOf(rule: Rule): 'lower' | 'higher' {
  return rule.rule_key.endsWith(':at-least')
    ? 'higher'
    : getMetric(rule.metric, rule.unit as Unit)?.direction ?? 'lower';
}
