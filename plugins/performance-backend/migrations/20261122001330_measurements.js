// @ts-check

/**
 * What budgets measured from metric sources had last; a row per measured budget and entity.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('measurements', table => {
    table.comment('The newest that was measured for budgets');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('definition_id', 512).notNullable();
    table.string('environment', 63).notNullable();
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('Of all that the value depends on');
    table
      .bigInteger('asked_for')
      .comment('End of the newest window that the source answered for');
    table.double('value').comment('In the unit of the limit');
    table.bigInteger('measured_at').comment('End of the window of the value');
    table.string('reason_code', 40).comment('Why the last attempt gave none');
    table.text('reason_message');
    table.primary(['entity_id', 'definition_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('measurements');
};
