// @ts-check

const DAY_MS = 24 * 60 * 60 * 1000;

/** States by their number; see the migration of verdicts. */
const STATES = ['fail', 'warn', 'no_data', 'pass', 'not_applicable'];

/**
 * Counters of current verdicts and of their changes by day, and which entities count for which goal.
 *
 * Filled from current verdicts (up to 500,000 rows) and their history (a few times as many) by four
 * statements. What history doesn't tell, such as when a verdict went away, counts as of today.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // About ten rows per entity.
  await knex.schema.createTable('entity_counts', table => {
    table.comment('Current verdicts of an entity by environment and area');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('environment', 63).notNullable();
    table.string('area', 63).notNullable();
    for (const state of STATES) {
      table.integer(state).notNullable();
    }
    table
      .integer('waived')
      .notNullable()
      .comment('Of fail and no_data, those that a waiver covers');
    table.primary(['entity_id', 'environment', 'area']);
  });

  // One row per day on which anything about an entity changed, so up to millions: narrow.
  await knex.schema.createTable('trend_changes', table => {
    table.comment(
      'What each day added to the counts of an entity; the sum over all days is entity_counts',
    );
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.integer('day').notNullable().comment('Since 1970-01-01, in UTC');
    table.string('environment', 63).notNullable();
    table.string('area', 63).notNullable();
    for (const column of [...STATES, 'waived']) {
      table.integer(column).notNullable();
    }
    // Trends and movers of some entities; those of all read the whole table, which costs less than
    // another index would cost every evaluation.
    table.primary(['entity_id', 'day', 'environment', 'area']);
  });

  await knex.schema.createTable('goal_entities', table => {
    table.comment('Whose verdicts may count for a goal');
    table.string('definition_id', 800).notNullable();
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.primary(['definition_id', 'entity_id']);
    table.index(['entity_id'], 'goal_entities_entity_idx');
  });

  await fill(knex);
};

/**
 * Drops what the next `up` fills again; what was waived when is lost.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('goal_entities');
  await knex.schema.dropTable('trend_changes');
  await knex.schema.dropTable('entity_counts');
};

/**
 * @param {import('knex').Knex} knex
 */
async function fill(knex) {
  const columns = [...STATES, 'waived'].join(', ');
  const counted = STATES.map(
    (_, index) => `sum(case when verdicts.state = ${index} then 1 else 0 end)`,
  ).join(', ');
  await knex.raw(`
    insert into entity_counts (entity_id, environment, area, ${columns})
    select verdicts.entity_id, verdicts.environment, rules.area, ${counted},
      sum(case when verdicts.waived then 1 else 0 end)
    from verdicts join rules on rules.id = verdicts.rule_id
    group by verdicts.entity_id, verdicts.environment, rules.area`);

  const entered = STATES.map(
    (state, index) =>
      `sum(case when history.state = ${index} then 1 else 0 end
        - case when history.previous_state = ${index} then 1 else 0 end) as ${state}`,
  ).join(', ');
  await knex.raw(`
    insert into trend_changes (entity_id, day, environment, area, ${columns})
    select subjects.entity_id, history.at / ${DAY_MS}, subjects.environment,
      rules.area, ${entered}, 0
    from verdict_history as history
    join subjects on subjects.id = history.subject_id
    join rules on rules.id = history.rule_id
    group by subjects.entity_id, history.at / ${DAY_MS}, subjects.environment,
      rules.area`);

  const today = Math.floor(Date.now() / DAY_MS);
  const missing = [...STATES, 'waived']
    .map(column => `sum(told.${column}) as ${column}`)
    .join(', ');
  const negated = [...STATES, 'waived'].map(column => `-${column}`).join(', ');
  const isMissing = [...STATES, 'waived']
    .map(column => `sum(told.${column}) <> 0`)
    .join(' or ');
  const merged = [...STATES, 'waived']
    .map(column => `${column} = trend_changes.${column} + excluded.${column}`)
    .join(', ');
  // `where true` keeps SQLite from reading the conflict clause as part of a join.
  await knex.raw(`
    insert into trend_changes (entity_id, day, environment, area, ${columns})
    select * from (
      select told.entity_id, ${today} as day, told.environment, told.area, ${missing}
      from (
        select entity_id, environment, area, ${columns} from entity_counts
        union all
        select entity_id, environment, area, ${negated} from trend_changes
      ) as told
      group by told.entity_id, told.environment, told.area
      having ${isMissing}
    ) as difference
    where true
    on conflict (entity_id, day, environment, area) do update set ${merged}`);
  await knex('trend_changes')
    .where(Object.fromEntries([...STATES, 'waived'].map(column => [column, 0])))
    .delete();
}
