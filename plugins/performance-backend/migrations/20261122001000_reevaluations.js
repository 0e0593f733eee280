// @ts-check

/**
 * Evaluations of many entities that go on in the background; hardly ever more than one.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('reevaluations', table => {
    table.comment('Entities that are still to be evaluated again');
    table.increments('id');
    table
      .text('entity_ids', 'longtext')
      .comment('JSON, ascending; absent where all are meant');
    table.integer('total').notNullable();
    table.integer('done').notNullable();
    table
      .integer('after_id')
      .notNullable()
      .comment('Entities up to this id are done');
    table.bigInteger('requested_at').notNullable();
    table.integer('attempts').notNullable();
    table.string('holder', 36).comment('The replica at work');
    table
      .bigInteger('leased_until')
      .notNullable()
      .comment('From then on another replica may take over');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reevaluations');
};
