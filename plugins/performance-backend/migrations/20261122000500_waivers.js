// @ts-check

/**
 * Exceptions from policies, and what policies have to earn: waivers, disputes, overrides of the gate
 * and trust. Creates empty tables only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('waivers', table => {
    table.comment('Requests for exceptions, and what became of them');
    table.increments('id');
    referTo(table, 'entity_id', 'entities');
    table.string('rule_key', 300).notNullable();
    table.string('environment', 63).notNullable();
    table.string('labels_key', 32).notNullable();
    table.text('labels').notNullable();
    table.text('title').notNullable().comment('Of the rule when requested');
    table
      .string('status', 10)
      .notNullable()
      .comment(
        'An approved one that time has ended may still be approved here',
      );
    table.text('reason').notNullable();
    table.text('compensating_control');
    table.string('cap_operator', 2);
    table.double('cap_value');
    table.string('cap_unit', 8);
    table.string('requested_by', 512).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.string('decided_by', 512);
    table.bigInteger('decided_at');
    table.text('decision_note');
    table.string('ended_by', 512).comment('Null where time ended it');
    table.bigInteger('ended_at');
    table.text('end_reason');
    // One requested or active waiver for each verdict; and all waivers of an entity.
    table.unique(['entity_id', 'rule_key', 'environment', 'labels_key'], {
      indexName: 'waivers_open_uidx',
      predicate: knex.whereRaw("status in ('requested', 'approved')"),
    });
    table.index(['entity_id', 'rule_key'], 'waivers_entity_idx');
    // What time has ended, and the queue.
    table.index(['status', 'expires_at'], 'waivers_status_idx');
  });
  await knex.schema.createTable('waiver_events', table => {
    table.comment('What happened to a waiver; rows are only ever added');
    table.increments('id');
    referTo(table, 'waiver_id', 'waivers');
    table.string('status', 10).notNullable();
    table.bigInteger('at').notNullable();
    table.string('by', 512);
    table.text('note');
    table.index(['waiver_id', 'id'], 'waiver_events_waiver_idx');
  });

  await knex.schema.createTable('disputes', table => {
    table.comment('Who says that a verdict is wrong');
    table.increments('id');
    referTo(table, 'entity_id', 'entities');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    referTo(table, 'subject_id', 'subjects');
    table.text('title').notNullable().comment('Of the verdict when disputed');
    table.smallint('state').notNullable().comment('Of the verdict, likewise');
    table.double('value');
    table.string('status', 10).notNullable().comment('open, upheld, rejected');
    table.text('reason').notNullable();
    table.string('disputed_by', 512).notNullable();
    table.bigInteger('disputed_at').notNullable();
    table.string('resolved_by', 512);
    table.bigInteger('resolved_at');
    table.text('resolution_note');
    table.unique(['rule_id', 'subject_id', 'disputed_by'], {
      indexName: 'disputes_open_uidx',
      predicate: knex.whereRaw("status = 'open'"),
    });
    table.index(['rule_id', 'subject_id'], 'disputes_verdict_idx');
    table.index(['status', 'disputed_at'], 'disputes_status_idx');
  });

  await knex.schema.createTable('break_glass', table => {
    table.comment('Overrides of the gate of an entity');
    table.increments('id');
    referTo(table, 'entity_id', 'entities');
    table.text('reason').notNullable();
    table.string('broken_by', 512).notNullable();
    table.bigInteger('broken_at').notNullable();
    table.bigInteger('until').notNullable();
    table.string('ended_by', 512);
    table.bigInteger('ended_at');
    // The one in force: every gate of the entity asks for it.
    table.index(['entity_id', 'until'], 'break_glass_entity_idx');
  });

  // Policies times rules: hundreds.
  await knex.schema.createTable('policy_trust', table => {
    table.comment('Whether a policy may block by a rule, as last assessed');
    table.string('definition_id', 800).notNullable();
    table.string('rule_key', 300).notNullable();
    table.text('title').notNullable().comment('Of the rule');
    table.boolean('trusted').notNullable();
    table
      .boolean('forced')
      .notNullable()
      .comment('It blocks, which what comes of blocking does not undo');
    table
      .bigInteger('warn_since')
      .comment(
        'Since when it has been at warn or would block, without a break',
      );
    table
      .bigInteger('warn_from')
      .comment('When it is going to be, where it is not yet');
    table.integer('verdicts').notNullable();
    table.double('flip_rate').notNullable();
    table.double('dispute_rate').notNullable();
    table.double('waiver_rate').notNullable();
    table.bigInteger('assessed_at').notNullable();
    table.primary(['definition_id', 'rule_key']);
    // The rules of an evaluation.
    table.index(['rule_key'], 'policy_trust_rule_idx');
  });
  await knex.schema.createTable('trust_overrides', table => {
    table.comment('Who let a policy block before it was trusted');
    table.increments('id');
    table.string('definition_id', 800).notNullable();
    table.string('rule_key', 300).notNullable().comment('Empty for all rules');
    table.text('reason').notNullable();
    table.string('created_by', 512).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('removed_by', 512);
    table.bigInteger('removed_at');
    table.unique(['definition_id', 'rule_key'], {
      indexName: 'trust_overrides_active_uidx',
      predicate: knex.whereNull('removed_at'),
    });
  });
};

/**
 * Drops all exceptions, with their history, and all trust: policies earn it again.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('trust_overrides');
  await knex.schema.dropTable('policy_trust');
  await knex.schema.dropTable('break_glass');
  await knex.schema.dropTable('disputes');
  await knex.schema.dropTable('waiver_events');
  await knex.schema.dropTable('waivers');
};

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} column
 * @param {string} other
 */
function referTo(table, column, other) {
  table
    .integer(column)
    .notNullable()
    .references('id')
    .inTable(other)
    .onDelete('CASCADE');
}
