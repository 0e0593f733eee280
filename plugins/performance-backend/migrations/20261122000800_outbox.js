// @ts-check

/**
 * What is to be told: written with the change it tells of, sent afterwards by whichever replica comes
 * first. Creates empty tables only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // As good as empty but for sent rows, which are kept for their keys: a few a day per team.
  await knex.schema.createTable('outbox', table => {
    table.comment('Notifications and events, to be sent and sent');
    table.bigIncrements('id');
    table
      .string('message_key', 255)
      .notNullable()
      .comment('What is told: the same is stored, and shown, once');
    table.string('type', 12).notNullable().comment('notification or event');
    table.text('payload', 'longtext').notNullable().comment('JSON');
    table.bigInteger('due_at').notNullable().comment('Epoch milliseconds');
    table.string('claimed_by', 64).comment('The replica that is sending it');
    table
      .bigInteger('claimed_until')
      .comment('When another replica may take it to be dead');
    table.bigInteger('sent_at').comment('Also when it was given up');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('last_error');
    table.unique(['message_key'], { indexName: 'outbox_message_key_uidx' });
    // The search for what is due, every few seconds: only what isn't sent is in it.
    table.index(['due_at'], 'outbox_due_idx', {
      predicate: knex.whereNull('sent_at'),
    });
    // Pruning.
    table.index(['sent_at'], 'outbox_sent_idx');
  });

  // One row per verdict that failed or recovered since it was first told of.
  await knex.schema.createTable('told_verdicts', table => {
    table.comment('What was last told of a verdict, for the cool-down');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.boolean('failing').notNullable().comment('As last told');
    table.bigInteger('told_at').notNullable();
    table
      .string('pending_key', 255)
      .comment('A message about it that waits for the end of the cool-down');
    table.primary(['rule_id', 'subject_id']);
  });

  // Tens of rules times hundreds of owners.
  await knex.schema.createTable('rule_introductions', table => {
    table.comment('Which rules each owner has first been judged by');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table.string('owner_ref', 512).notNullable();
    table.bigInteger('told_at').comment('Null until it was summed up');
    table.primary(['rule_id', 'owner_ref']);
    table.index(['owner_ref', 'told_at'], 'rule_introductions_owner_idx');
  });

  // Empty but for minutes after definitions or the catalog changed.
  await knex.schema.createTable('owner_summaries', table => {
    table.comment('Owners to whom changes are soon summed up in one message');
    table.string('owner_ref', 512).notNullable().primary();
    table.bigInteger('opened_at').notNullable();
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('Put off while changes keep coming');
  });
  await knex.schema.createTable('summary_items', table => {
    table.comment('What a summary is going to tell');
    table
      .string('owner_ref', 512)
      .notNullable()
      .references('owner_ref')
      .inTable('owner_summaries')
      .onDelete('CASCADE');
    table.string('kind', 12).notNullable().comment('failed, recovered, stage');
    table.string('item_key', 255).notNullable();
    table.text('payload').notNullable().comment('JSON');
    table.primary(['owner_ref', 'kind', 'item_key']);
  });

  await knex.schema.createTable('digests', table => {
    table.comment('What each owner was last told by a daily digest');
    table.string('owner_ref', 512).notNullable().primary();
    table.bigInteger('sent_at').notNullable();
    table.text('counts').notNullable().comment('JSON: verdicts by state');
  });
};

/**
 * Drops what is still to be told: it is lost.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('digests');
  await knex.schema.dropTable('summary_items');
  await knex.schema.dropTable('owner_summaries');
  await knex.schema.dropTable('rule_introductions');
  await knex.schema.dropTable('told_verdicts');
  await knex.schema.dropTable('outbox');
};
