import { Knex } from 'knex';
import { Access } from '../access/Access';
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
  const entityIn = (ids: Knex.QueryBuilder) =>
    builder.whereIn(`${verdicts}.entity_id`, ids);

  if (query.entityRef !== undefined) {
    entityIn(
      knex('entities').where('entity_ref', lower(query.entityRef)).select('id'),
    );
  }
  if (query.owner) {
    entityIn(
      knex('entity_owners')
        .whereIn('owner_ref', query.owner.map(lower))
        .select('entity_id'),
    );
  }
  if (query.domain) {
    entityIn(
      knex('entity_domains')
        .whereIn('domain_ref', query.domain.map(lower))
        .select('entity_id'),
    );
  }
  if (query.tag) {
    entityIn(knex('entity_tags').whereIn('tag', query.tag).select('entity_id'));
  }
  const ofEntity: [string, string[] | undefined][] = [
    ['system_ref', query.system?.map(lower)],
    ['kind', query.kind?.map(lower)],
    ['type', query.type],
    ['lifecycle', query.lifecycle],
  ];
  for (const [column, values] of ofEntity) {
    if (values) {
      entityIn(knex('entities').whereIn(column, values).select('id'));
    }
  }
  if (query.environment) {
    builder.whereIn(`${verdicts}.environment`, query.environment);
  }
  const ofRule: [string, string[] | undefined][] = [
    ['metric', query.metric],
    ['area', query.area],
  ];
  for (const [column, values] of ofRule) {
    if (values) {
      builder.whereIn(
        `${verdicts}.rule_id`,
        knex('rules').whereIn(column, values).select('id'),
      );
    }
  }
  if (query.definition) {
    builder.whereIn(
      `${verdicts}.explanation_id`,
      knex('explanations')
        .whereIn('definition_name', query.definition)
        .select('id'),
    );
  }
  if (query.q !== undefined && query.q.trim() !== '') {
    searchFor(knex, builder, verdicts, query.q.trim());
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
  const pattern = `%${lower(text).replace(/[\\%_]/g, '\\$&')}%`;
  const matching = (table: string, ...columns: string[]) =>
    knex(table)
      .where(either => {
        for (const column of columns) {
          either.orWhereRaw(`lower(??) like ? escape '\\'`, [column, pattern]);
        }
      })
      .select('id');
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

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
