// @ts-check

/**
 * What groups are called where they own something. Creates an empty table, which the next sweep of
 * the catalog fills: hundreds of rows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_groups', table => {
    table.comment('What groups are called, and what they are part of');
    table.string('entity_ref', 512).primary();
    table.text('title');
    table.string('parent_ref', 512);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_groups');
};
