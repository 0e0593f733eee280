// @ts-check

/**
 * Since when the condition of an error-budget action in force holds no more, and which adjustments of an SLO
 * ended one.
 *
 * Adds columns that are null in all rows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('error_budget_actions', table => {
    table
      .bigInteger('recovering_since')
      .comment('Of one in force: its condition holds no more');
    table
      .text('end_adjustments')
      .comment('JSON: what took time out of the SLO, of those that end by it');
    // Those that may end by now.
    table.index(['recovering_since'], 'error_budget_actions_recovering_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('error_budget_actions', table => {
    table.dropIndex(
      ['recovering_since'],
      'error_budget_actions_recovering_idx',
    );
  });
  // Raw, as knex would copy the table on SQLite and thereby lose what makes an action unique.
  await knex.raw(
    'alter table error_budget_actions drop column end_adjustments',
  );
  await knex.raw(
    'alter table error_budget_actions drop column recovering_since',
  );
};
