// @ts-check

/**
 * Findings of architects: what is wrong, how bad it is, who sees to it, and whether measurements say that it is mended.
 * Creates empty tables only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('findings', table => {
    table.comment(
      'One row per finding; its id is the number people know it by',
    );
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE')
      .comment('Of the entity that it belongs to');
    table.text('title').notNullable();
    table.text('description', 'longtext').notNullable().comment('Markdown');
    table.text('recommendation', 'longtext').notNullable().comment('Markdown');
    table.string('category', 32).notNullable();
    table
      .smallint('severity')
      .notNullable()
      .comment('1 is very low, 5 very high');
    table.smallint('likelihood').notNullable().comment('As severity');
    table
      .smallint('risk')
      .notNullable()
      .comment('0 is low, 3 critical: of both, by the configured matrix');
    table.smallint('effort').comment('1 is small, 2 medium, 4 large');
    table.string('owner_ref', 512).comment('Who sees to it');
    table.string('due_date', 10).comment('ISO 8601');
    table.string('status', 16).notNullable();
    table.bigInteger('status_at').notNullable();
    table
      .string('resolved_by', 512)
      .comment('While it is resolved or verified');
    table.integer('duplicate_of').comment('The finding that goes on');
    table.bigInteger('accepted_until').comment('While its risk is accepted');
    table.bigInteger('closure_proposed_at');
    table.integer('version').notNullable();
    table.string('created_by', 512).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('changed_by', 512).notNullable();
    table.bigInteger('changed_at').notNullable();
    table.integer('review_id').comment('That it came of');
    table.string('review_question', 255);
    table.integer('review_risk').comment("Among the question's risks");
    table.integer('proposal_id').comment('Of the analysis, that it came of');
    table.string('external_id', 255).comment('What another system calls it');
    // Findings of an entity.
    table.index(['entity_id', 'status'], 'findings_entity_idx');
    // "Mine", and the rule IS_FINDING_OWNER.
    table.index(['owner_ref'], 'findings_owner_idx');
    table.index(['status', 'risk'], 'findings_status_idx');
    table.index(['review_id'], 'findings_review_idx');
  });
  await knex.raw(
    `create unique index findings_external_uidx on findings (external_id) where external_id is not null`,
  );

  await knex.schema.createTable('finding_entities', table => {
    table.comment('All entities that a finding affects, the first included');
    referToFinding(table);
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.integer('position').notNullable().comment('0 is the first');
    table.primary(['finding_id', 'entity_id']);
    // What evaluation asks of an entity.
    table.index(['entity_id', 'finding_id'], 'finding_entities_entity_idx');
  });

  await knex.schema.createTable('finding_links', table => {
    referToFinding(table);
    table.integer('position').notNullable();
    table.string('type', 16).notNullable();
    table.text('url').notNullable();
    table.text('title');
    table.primary(['finding_id', 'position']);
  });

  await knex.schema.createTable('finding_comments', table => {
    table.increments('id');
    referToFinding(table);
    table.text('body', 'longtext').notNullable().comment('Markdown');
    table.string('by', 512).notNullable();
    table.bigInteger('at').notNullable();
    table.index(['finding_id', 'id'], 'finding_comments_finding_idx');
  });

  await knex.schema.createTable('finding_events', table => {
    table.comment('What became of findings; never changed');
    table.increments('id');
    referToFinding(table);
    table.string('type', 20).notNullable();
    table.string('by', 512).notNullable();
    table.bigInteger('at').notNullable();
    table.text('note');
    table.text('changes', 'longtext').notNullable().comment('JSON');
    table.index(['finding_id', 'id'], 'finding_events_finding_idx');
  });

  await knex.schema.createTable('finding_bindings', table => {
    table.comment('The verdict that shows whether a finding is mended');
    referToFinding(table).primary();
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('rule_key', 800).notNullable();
    table.string('environment', 63).notNullable();
    table.text('labels').notNullable().comment('JSON, canonically sorted');
    table.integer('green_days').notNullable();
    table
      .string('counted_from', 10)
      .comment('ISO 8601: days before it do not count any more');
    table.string('bound_by', 512).notNullable();
    table.bigInteger('bound_at').notNullable();
    // Bindings to verdicts of an entity that has been judged.
    table.index(['entity_id'], 'finding_bindings_entity_idx');
  });

  await knex.schema.createTable('finding_days', table => {
    table.comment('Days of evidence of bound findings');
    referToFinding(table);
    table.string('day', 10).notNullable().comment('ISO 8601, UTC');
    table.string('state', 5).notNullable().comment('green or red');
    table.primary(['finding_id', 'day']);
  });

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  function referToFinding(table) {
    return table
      .integer('finding_id')
      .notNullable()
      .references('id')
      .inTable('findings')
      .onDelete('CASCADE');
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'finding_days',
    'finding_bindings',
    'finding_events',
    'finding_comments',
    'finding_links',
    'finding_entities',
    'findings',
  ]) {
    await knex.schema.dropTable(name);
  }
};
