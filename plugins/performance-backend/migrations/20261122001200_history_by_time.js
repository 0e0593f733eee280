// @ts-check

/**
 * Lets what has changed lately be found without reading all of history (over a million rows).
 *
 * Evaluations mostly add to the right edge of the index.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('verdict_history', table => {
    // Who has moved since a day.
    table.index(['at'], 'verdict_history_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('verdict_history', table => {
    table.dropIndex(['at'], 'verdict_history_at_idx');
  });
};
