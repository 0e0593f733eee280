import {
  findingIdOf,
  findingRuleId,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { stateToColumn } from '../database/stateColumn';
import {
  ExplainedGroup,
  groupByEssence,
  PolicyExplanations,
} from './PolicyExplanations';

/** What happened to the verdicts that a policy has by a rule. */
export interface TrustFigures {
  title: string;
  verdicts: number;
  /** Confirmed changes between failing and not, brought by runs. */
  flips: number;
  disputed: number;
  waived: number;
}

type Figure = Exclude<keyof TrustFigures, 'title'>;

interface FigureRow extends ExplainedGroup {
  rule_id: number;
  verdicts: number | string;
}

/** What counts for each figure; `since` is in epoch milliseconds. */
const NARROW: Record<
  Figure,
  (knex: Knex, verdicts: Knex.QueryBuilder, since: number) => void
> = {
  verdicts: () => {},
  waived: (_, verdicts) => {
    verdicts.whereNotNull('verdicts.waiver_id');
  },
  disputed: (knex, verdicts, since) => {
    // Relies on disputes_verdict_idx.
    verdicts.whereExists(
      knex('disputes')
        .whereRaw('disputes.rule_id = verdicts.rule_id')
        .whereRaw('disputes.subject_id = verdicts.subject_id')
        .where(counting =>
          counting
            .where('disputes.status', 'open')
            .orWhere(upheld =>
              upheld
                .where('disputes.status', 'upheld')
                .where('disputes.resolved_at', '>=', since),
            ),
        ),
    );
  },
  flips: (_, verdicts, since) => {
    const fail = stateToColumn('fail');
    const measured = (['fail', 'warn', 'pass'] as const).map(stateToColumn);
    verdicts
      .join('verdict_history as change', join =>
        join
          .on('change.rule_id', 'verdicts.rule_id')
          .andOn('change.subject_id', 'verdicts.subject_id'),
      )
      .where('change.at', '>=', since)
      .where('change.confirmed', true)
      .whereIn('change.cause', ['run', 'samples'])
      .whereIn('change.state', measured)
      .whereIn('change.previous_state', measured)
      .whereRaw('(change.state = ?) <> (change.previous_state = ?)', [
        fail,
        fail,
      ]);
  },
};

/** By findings policies earn trust together: each is a rule of its own, which a few days later is none any more. */
export const ALL_FINDINGS = findingRuleId('*');

/**
 * Counts over the current verdicts of every policy and rule; reads all current verdicts, and all changes
 * of state since.
 *
 * @param since - from when on changes of state, and disputes that were upheld, count.
 * @returns by definition id, then by rule.
 */
export async function selectTrustFigures(
  knex: Knex,
  explanations: PolicyExplanations,
  since: Date,
): Promise<Map<string, Map<string, TrustFigures>>> {
  const count = async (figure: Figure): Promise<[Figure, FigureRow[]]> => {
    const verdicts = knex('verdicts')
      .groupBy('verdicts.rule_id', 'verdicts.explanation_id')
      .select(
        'verdicts.rule_id',
        'verdicts.explanation_id',
        knex.raw('count(*) as verdicts'),
      );
    NARROW[figure](knex, verdicts, since.getTime());
    return [
      figure,
      await groupByEssence(knex, verdicts, {
        by: ['rule_id'],
        sums: ['verdicts'],
      }),
    ];
  };
  const figures = [
    await count('verdicts'),
    await count('waived'),
    await count('disputed'),
    await count('flips'),
  ];
  const explanationOf = await explanations.of(
    figures.flatMap(([, rows]) => rows),
  );
  const rules: { id: number; rule_key: string }[] = await knex('rules').select(
    'id',
    'rule_key',
  );
  const ruleKeys = new Map(
    rules.map(({ id, rule_key }) => [
      id,
      findingIdOf(rule_key) === undefined ? rule_key : ALL_FINDINGS,
    ]),
  );

  const result = new Map<string, Map<string, TrustFigures>>();
  for (const [figure, rows] of figures) {
    for (const row of rows) {
      const { title, policies } = explanationOf(row);
      const ruleKey = ruleKeys.get(row.rule_id) ?? '';
      for (const definitionId of policies) {
        const ofPolicy = result.get(definitionId) ?? new Map();
        result.set(definitionId, ofPolicy);
        const ofRule: TrustFigures = ofPolicy.get(ruleKey) ?? {
          title: ruleKey === ALL_FINDINGS ? 'Findings' : title,
          verdicts: 0,
          flips: 0,
          disputed: 0,
          waived: 0,
        };
        ofPolicy.set(ruleKey, ofRule);
        ofRule[figure] += Number(row.verdicts);
      }
    }
  }
  return result;
}
