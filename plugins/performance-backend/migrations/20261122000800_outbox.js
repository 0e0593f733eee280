// @ts-check

/**
 * What is to be told: written with the change it tells of, sent afterwards by whichever replica comes
 * first. Rules that owners are judged by already aren't introduced to them: up to a few thousand rows,
 * read from current verdicts (up to 500,000 rows).
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // As good as empty but for what was sent, which is kept for its keys: a few rows a day per team.
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

  // One row per verdict that anybody was ever told about.
  await knex.schema.createTable('told_verdicts', table => {
    table.comment('What was last told of a verdict');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.boolean('failing').notNullable();
    table.bigInteger('told_at').notNullable();
    table.primary(['rule_id', 'subject_id']);
  });

  // Tens of rules times hundreds of owners.
  await knex.schema.createTable('rule_introductions', table => {
    table.comment('By which rules each owner has been judged at all');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table.string('owner_ref', 512).notNullable();
    table
      .boolean('pending')
      .notNullable()
      .comment('The owner is yet to be told of the first verdicts');
    table.primary(['rule_id', 'owner_ref']);
  });

  // Empty but for a while after definitions or the catalog changed, and within cool-downs.
  await knex.schema.createTable('summary_items', table => {
    table.comment('What is soon to be summed up for an owner in one message');
    table.string('kind', 12).notNullable().comment('rule, verdict or stage');
    table
      .string('item_key', 64)
      .notNullable()
      .comment('What it is about; of one owner or verdict');
    table.string('owner_ref', 512).comment('Null for the owner of the entity');
    table
      .integer('entity_id')
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.text('payload').notNullable().comment('JSON');
    table.bigInteger('due_at').notNullable();
    table.primary(['kind', 'item_key']);
    table.index(['due_at'], 'summary_items_due_idx');
  });

  await knex.schema.createTable('digests', table => {
    table.comment('What each owner was last told by a digest');
    table.string('owner_ref', 512).notNullable().primary();
    table.bigInteger('sent_at').notNullable();
    table.text('counts').notNullable().comment('JSON: verdicts by state');
  });

  await knex('rule_introductions').insert(
    knex('verdicts')
      .join('entities', 'entities.id', 'verdicts.entity_id')
      .whereNotNull('entities.owner_ref')
      .distinct('verdicts.rule_id', 'entities.owner_ref')
      .select(knex.raw('false as pending')),
  );
};

/**
 * Drops what is still to be told: it is lost.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('digests');
  await knex.schema.dropTable('summary_items');
  await knex.schema.dropTable('rule_introductions');
  await knex.schema.dropTable('told_verdicts');
  await knex.schema.dropTable('outbox');
};
