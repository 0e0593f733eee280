// @ts-check

/**
 * How asking metric sources went; a row per source that was ever asked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('metric_sources', table => {
    table.comment('Health of the metric sources that the config names');
    table.string('name').primary().comment('As in performance.metricSources');
    table.bigInteger('last_success_at').comment('Epoch milliseconds');
    table.bigInteger('last_error_at').comment('Epoch milliseconds');
    table.text('last_error').comment('For people; without secrets');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('metric_sources');
};
