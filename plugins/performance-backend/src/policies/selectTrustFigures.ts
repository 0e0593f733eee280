import { Knex } from 'knex';
import { stateToColumn } from '../database/stateColumn';
import { PolicyExplanations } from './PolicyExplanations';

/** What happened to the verdicts that a policy has by a rule. */
export interface TrustFigures {
  title: string;
  verdicts: number;
  /** Confirmed changes between failing and not, brought by runs. */
  flips: number;
  disputed: number;
  waived: number;
}

interface FigureRow {
  rule_key: string;
  explanation_id: number;
  title: string;
  count: number | string;
}

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
  const fail = stateToColumn('fail');
  const measured = (['fail', 'warn', 'pass'] as const).map(stateToColumn);
  const byExplanation = () =>
    knex('verdicts')
      .join('rules', 'rules.id', 'verdicts.rule_id')
      .join('explanations', 'explanations.id', 'verdicts.explanation_id')
      .groupBy(
        'rules.rule_key',
        'verdicts.explanation_id',
        'explanations.title',
      )
      .select<FigureRow[]>(
        'rules.rule_key',
        'verdicts.explanation_id',
        'explanations.title',
      );
  const figures: [Exclude<keyof TrustFigures, 'title'>, FigureRow[]][] = [
    ['verdicts', await byExplanation().count({ count: '*' })],
    [
      'waived',
      await byExplanation()
        .whereNotNull('verdicts.waiver_id')
        .count({ count: '*' }),
    ],
    [
      'disputed',
      await byExplanation()
        .whereExists(
          knex('disputes')
            .whereRaw('disputes.rule_id = verdicts.rule_id')
            .whereRaw('disputes.subject_id = verdicts.subject_id')
            .where(counting =>
              counting
                .where('disputes.status', 'open')
                .orWhere(upheld =>
                  upheld
                    .where('disputes.status', 'upheld')
                    .where('disputes.resolved_at', '>=', since.getTime()),
                ),
            ),
        )
        .count({ count: '*' }),
    ],
    [
      'flips',
      await byExplanation()
        .join('verdict_history as change', join =>
          join
            .on('change.rule_id', 'verdicts.rule_id')
            .andOn('change.subject_id', 'verdicts.subject_id'),
        )
        .where('change.at', '>=', since.getTime())
        .where('change.confirmed', true)
        .where('change.cause', 'run')
        .whereIn('change.state', measured)
        .whereIn('change.previous_state', measured)
        .whereRaw('(change.state = ?) <> (change.previous_state = ?)', [
          fail,
          fail,
        ])
        .count({ count: '*' }),
    ],
  ];

  const policies = await explanations.policiesOf(
    figures.flatMap(([, rows]) => rows.map(row => row.explanation_id)),
  );
  const result = new Map<string, Map<string, TrustFigures>>();
  for (const [name, rows] of figures) {
    for (const row of rows) {
      for (const definitionId of policies.get(row.explanation_id) ?? []) {
        const ofPolicy = result.get(definitionId) ?? new Map();
        result.set(definitionId, ofPolicy);
        const ofRule: TrustFigures = ofPolicy.get(row.rule_key) ?? {
          title: row.title,
          verdicts: 0,
          flips: 0,
          disputed: 0,
          waived: 0,
        };
        ofPolicy.set(row.rule_key, ofRule);
        ofRule[name] += Number(row.count);
      }
    }
  }
  return result;
}
