// @ts-check

/**
 * When verdicts went away, for the trend. Creates an empty table.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // As many rows as verdicts ever went away with a definition, an entity or an environment.
  await knex.schema.createTable('verdict_departures', table => {
    table.comment(
      'Which verdicts went away when, as trend_changes has it and history does not',
    );
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.integer('day').notNullable().comment('Since 1970-01-01, in UTC');
    table.smallint('state').notNullable().comment('The last');
    // The departures of one verdict, and what goes with a subject.
    table.index(['subject_id', 'rule_id'], 'verdict_departures_verdict_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('verdict_departures');
};
