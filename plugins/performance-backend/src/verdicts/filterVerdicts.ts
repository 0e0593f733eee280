import { Knex } from 'knex';
import { Access } from '../access/Access';
import {
  filterEntities,
  lowerCase,
  whereContains,
} from '../catalog/filterEntities';
import { stageToColumn } from '../database/stageColumn';
import { whereCountsForGoal } from '../goals/whereCountsForGoal';
import { VerdictQuery } from './VerdictReader';

/**
 * Adds the conditions of a query for current verdicts, apart from those on state, and what the
 * caller may see. Conditions on other tables are subqueries, so that counting needs no joins.
 *
 * @param verdicts - the name the query has for the table.
 */
export function filterVerdicts(
  knex: Knex,
  builder: Knex.QueryBuilder,
  verdicts: string,
  query: Partial<VerdictQuery>,
  access: Access,
): void {
  if (query.entityRef !== undefined) {
    builder.whereIn(
      `${verdicts}.entity_id`,
      knex('entities')
        .where('entity_ref', lowerCase(query.entityRef))
        .select('id'),
    );
  }
  const { q, ...ofEntity } = query;
  filterEntities(knex, builder, `${verdicts}.entity_id`, ofEntity);
  if (query.environment) {
    builder.whereIn(`${verdicts}.environment`, query.environment);
  }
  const ofRule: [string, string[] | undefined][] = [
    ['metric', query.metric],
    ['area', query.area],
    ['kind', query.ruleKind],
    ['rule_key', query.rule],
  ];
  for (const [column, values] of ofRule) {
    if (values) {
      builder.whereIn(
        `${verdicts}.rule_id`,
        knex('rules').whereIn(column, values).select('id'),
      );
    }
  }
  if (query.stage) {
    builder.whereIn(`${verdicts}.stage`, query.stage.map(stageToColumn));
  }
  if (query.waived !== undefined) {
    builder.where(`${verdicts}.waived`, query.waived);
  }
  if (query.goal) {
    whereCountsForGoal(knex, builder, verdicts, query.goal);
  }
  if (query.policy) {
    const explained = knex('explanations').select('id');
    whereContains(
      explained,
      ['body'],
      `"definitionId":${JSON.stringify(query.policy)}`,
    );
    builder.whereIn(`${verdicts}.explanation_id`, explained);
  }
  if (query.definition) {
    builder.whereIn(
      `${verdicts}.explanation_id`,
      knex('explanations')
        .whereIn('definition_name', query.definition)
        .select('id'),
    );
  }
  if (q?.trim()) {
    searchFor(knex, builder, verdicts, q);
  }
  access.restrict(builder, {
    entityId: `${verdicts}.entity_id`,
    environment: `${verdicts}.environment`,
  });
}

function searchFor(
  knex: Knex,
  builder: Knex.QueryBuilder,
  verdicts: string,
  text: string,
): void {
  const matching = (table: string, ...columns: string[]) => {
    const found = knex(table).select('id');
    whereContains(found, columns, text);
    return found;
  };
  builder.where(either =>
    either
      .whereIn(
        `${verdicts}.entity_id`,
        matching('entities', 'entity_ref', 'title'),
      )
      .orWhereIn(
        `${verdicts}.explanation_id`,
        matching('explanations', 'title'),
      )
      .orWhereIn(`${verdicts}.subject_id`, matching('subjects', 'labels')),
  );
}
