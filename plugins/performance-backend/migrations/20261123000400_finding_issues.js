// @ts-check

/**
 * Issues outside that findings are kept in step with. Creates an empty table only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('finding_issues', table => {
    table.comment('At most one per finding');
    table
      .integer('finding_id')
      .primary()
      .references('id')
      .inTable('findings')
      .onDelete('CASCADE');
    table.string('tracker', 255).notNullable().comment('Its configured name');
    table.string('project', 255).notNullable();
    table
      .string('marker', 64)
      .comment(
        'Of issues made here, by which they are found where their creation had no answer; null for others',
      );
    table.string('issue_key', 255).comment('Null until it is created');
    table.text('url');
    table
      .boolean('closed')
      .comment('When both were last in step; null until they were');
    table.integer('synced_version').notNullable().comment('Of the finding');
    table.bigInteger('synced_at');
    table.string('requested_by', 512).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('next_at').comment('Null where the issue is gone');
    table.integer('attempts').notNullable().comment('Since the last success');
    table.text('error').comment('Of the last attempt');
    table.bigInteger('leased_until').notNullable();
    // What is due.
    table.index(['next_at'], 'finding_issues_next_idx');
    table.unique(['tracker', 'issue_key'], {
      indexName: 'finding_issues_key_uidx',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('finding_issues');
};
