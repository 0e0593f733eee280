import { Knex } from 'knex';
import { Access } from '../access/Access';
import { jsonOf } from '../database/columns';
import {
  MISSING_LETTERS,
  ruleKeys,
  ScorecardShape,
  WAIVED_LETTERS,
} from './scorecardShape';
import { RuleStanding } from './ScorecardStore';

/**
 * Counts the entities that each rule of a scorecard holds for, of those the caller may see. The
 * counting is done by the database, over a letter per rule and entity.
 */
export async function selectRuleStandings(
  knex: Knex,
  definitionId: string,
  access: Access,
): Promise<Map<string, RuleStanding>> {
  const results = (): Knex.QueryBuilder => {
    const query = knex('scorecard_results')
      .where('scorecard_results.definition_id', definitionId)
      .whereNull('scorecard_results.exempt');
    access.restrict(query, { entityId: 'scorecard_results.entity_id' });
    return query;
  };
  const shapes: { id: number; body: string; entities: number | string }[] =
    await results()
      .join(
        'scorecard_shapes',
        'scorecard_shapes.id',
        'scorecard_results.shape_id',
      )
      .groupBy('scorecard_shapes.id', 'scorecard_shapes.body')
      .select('scorecard_shapes.id', 'scorecard_shapes.body')
      .count({ entities: '*' })
      .orderBy('scorecard_shapes.id');
  const standings = new Map<string, RuleStanding>();
  for (const { id, body, entities } of shapes) {
    const { rules } = jsonOf<ScorecardShape>(body);
    const counts = results().where('scorecard_results.shape_id', id);
    for (const place of rules.keys()) {
      counts.select(
        countLetters(knex, place, MISSING_LETTERS, `missing_${place}`),
        countLetters(knex, place, WAIVED_LETTERS, `waived_${place}`),
      );
    }
    const row: Record<string, number | string> =
      rules.length > 0 ? (await counts.first()) ?? {} : {};
    for (const [place, key] of ruleKeys(rules).entries()) {
      const standing = standings.get(key) ?? {
        title: rules[place].title,
        holds: 0,
        missing: 0,
        waived: 0,
      };
      const missing = Number(row[`missing_${place}`] ?? 0);
      standing.missing += missing;
      standing.holds += Number(entities) - missing;
      standing.waived += Number(row[`waived_${place}`] ?? 0);
      standings.set(key, standing);
    }
  }
  return standings;
}

function countLetters(
  knex: Knex,
  place: number,
  letters: string[],
  name: string,
): Knex.Raw {
  return knex.raw(
    `sum(case when substr(states, ?, 1) in (${letters
      .map(() => '?')
      .join(', ')}) then 1 else 0 end) as ??`,
    [place + 1, ...letters, name],
  );
}
