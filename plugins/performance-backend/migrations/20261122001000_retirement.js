// @ts-check

/**
 * Retiring definitions whose file, or whose entity, is gone. Adds a column to tens of sources and one to
 * thousands of definitions.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('definition_sources', table => {
    table
      .integer('absent_readings')
      .notNullable()
      .defaultTo(0)
      .comment('Complete readings in a row that did not find it');
  });
  await knex.schema.alterTable('definitions', table => {
    table
      .boolean('retired_with_entity')
      .notNullable()
      .defaultTo(false)
      .comment('Comes back with the entity whose layer it belongs to');
  });
};

/**
 * What was retired with its entity stays retired.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // In words of its own: knex would copy the tables in SQLite, and so delete what refers to them.
  await knex.raw('alter table definitions drop column retired_with_entity');
  await knex.raw('alter table definition_sources drop column absent_readings');
};
