// @ts-check

/**
 * What error-budget policies ask for, from when to when; and the labels of the change that a run is of,
 * which such policies may let pass.
 *
 * Creates an empty table and a column that is null in all rows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Tens a day, where budgets are tight.
  await knex.schema.createTable('error_budget_actions', table => {
    table.comment('Actions of error-budget policies; ended ones are kept');
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('definition_id', 800).notNullable().comment('Of the policy');
    table.string('rule', 63).notNullable().comment('Of the policy');
    table.string('rule_key', 800).notNullable().comment('Of the SLO');
    table.string('environment', 63).notNullable();
    table.string('action', 20).notNullable();
    table
      .text('except')
      .notNullable()
      .comment('JSON: labels of changes that pass all the same');
    table.text('message').notNullable().comment('Why, when it began');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ended_at');
    table
      .string('end_reason', 10)
      .comment('recovered, changed, or gone: the policy or the SLO');
    table.unique(
      ['entity_id', 'definition_id', 'rule', 'rule_key', 'environment'],
      {
        indexName: 'error_budget_actions_active_uidx',
        predicate: knex.whereRaw('ended_at is null'),
      },
    );
    // All of an entity, and the newest of all.
    table.index(['entity_id', 'started_at'], 'error_budget_actions_entity_idx');
    table.index(['started_at', 'id'], 'error_budget_actions_started_idx');
  });
  await knex.schema.alterTable('runs', table => {
    table
      .text('change_labels')
      .comment('JSON: of the change it is of, as its sender says');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Raw, as knex would copy the table on SQLite and thereby lose what refers to it.
  await knex.raw('alter table runs drop column change_labels');
  await knex.schema.dropTable('error_budget_actions');
};
