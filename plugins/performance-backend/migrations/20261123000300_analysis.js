// @ts-check

/**
 * What the analysis of the catalog's relations found, and what people decided on it. Creates empty tables only; the
 * first analysis fills them with hundreds of proposals, and with one row for each entity that a rule can't judge.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('analysis_runs', table => {
    table.comment('Analyses that are to be made, are being made and were made');
    table.increments('id');
    table.string('state', 10).notNullable().comment('pending, running, ended');
    table.string('trigger', 10).notNullable().comment('change, request, …');
    table.string('requested_by', 512);
    table.bigInteger('not_before').notNullable().comment('Epoch milliseconds');
    table.bigInteger('started_at');
    table.string('holder', 36).comment('The replica at work on it');
    table.bigInteger('leased_until');
    table.bigInteger('ended_at');
    table.text('failure').comment('Why it came to nothing');
    table.integer('entities');
    table.integer('relations');
    table.integer('appeared');
    table.integer('gone');
    table.integer('unchanged');
    table.text('left_out').comment('JSON: by rule, how many more it found');
    table.string('gaps_hash', 64).comment('Of what it could not say');
    // At most one to be made and one being made, whatever the number of replicas.
    table.unique(['state'], {
      indexName: 'analysis_runs_open_uidx',
      predicate: knex.whereRaw("state in ('pending', 'running')"),
    });
  });

  await knex.schema.createTable('analysis_proposals', table => {
    table.comment('What was found, is found, and what was decided on it');
    table.increments('id');
    table.string('key_hash', 64).notNullable();
    table.text('key').notNullable().comment('The same matter, the same key');
    table.string('rule', 40).notNullable();
    referTo(table, 'entity_id', 'entities');
    table
      .string('environment', 63)
      .notNullable()
      .comment('Whose limits it tells of; * where of none');
    table.text('title').notNullable();
    table.text('explanation').notNullable().comment('Markdown');
    table.text('recommendation').notNullable().comment('Markdown');
    table.string('category', 40).notNullable();
    table.smallint('severity').notNullable().comment('0 is the lowest');
    table.smallint('likelihood').notNullable().comment('0 is the lowest');
    table.double('weight').notNullable();
    table.text('graph', 'longtext').notNullable().comment('JSON');
    table.text('numbers').notNullable().comment('JSON');
    table.string('content_hash', 64).notNullable();
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.bigInteger('gone_at');
    table.text('suppression_reason');
    table.string('suppressed_by', 512);
    table.bigInteger('suppressed_at');
    table.bigInteger('suppressed_until').comment('Null without an end');
    table.integer('finding_id').comment('The finding that was made of it');
    table.unique(['key_hash'], { indexName: 'analysis_proposals_key_uidx' });
    // The list, worst first, and the counts by rule.
    table.index(
      ['gone_at', 'severity', 'likelihood', 'weight'],
      'analysis_proposals_risk_idx',
    );
    table.index(['entity_id'], 'analysis_proposals_entity_idx');
  });

  await knex.schema.createTable('analysis_proposal_entities', table => {
    table.comment('Whom a proposal affects');
    referTo(table, 'proposal_id', 'analysis_proposals');
    referTo(table, 'entity_id', 'entities');
    table.integer('position').notNullable().comment('0 is the first');
    table
      .boolean('core')
      .notNullable()
      .comment('Only who may see all of these sees the proposal');
    table.primary(['proposal_id', 'entity_id']);
    // Proposals that affect an entity.
    table.index(['entity_id'], 'analysis_proposal_entities_entity_idx');
  });

  await knex.schema.createTable('analysis_proposal_events', table => {
    table.comment('What happened to a proposal; rows are only ever added');
    table.increments('id');
    referTo(table, 'proposal_id', 'analysis_proposals');
    table.string('type', 20).notNullable();
    table.bigInteger('at').notNullable();
    table.string('by', 512).comment('Null where the analysis did it');
    table.text('note');
    table.index(['proposal_id', 'id'], 'analysis_proposal_events_idx');
  });

  await knex.schema.createTable('analysis_gaps', table => {
    table.comment('What rules of the last analysis could not say, and why');
    table.increments('id');
    table.string('rule', 40).notNullable();
    table.string('code', 40).notNullable();
    table.text('reason').notNullable();
  });
  await knex.schema.createTable('analysis_gap_entities', table => {
    referTo(table, 'gap_id', 'analysis_gaps');
    referTo(table, 'entity_id', 'entities');
    table.primary(['gap_id', 'entity_id']);
  });
  await knex.schema.createTable('analysis_problems', table => {
    table.comment('Annotations that the last analysis could not read');
    table.increments('id');
    referTo(table, 'entity_id', 'entities');
    table.string('annotation', 100).notNullable();
    table.text('message').notNullable();
  });
};

/**
 * Drops what the next analysis finds again, and what people decided on it.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('analysis_problems');
  await knex.schema.dropTable('analysis_gap_entities');
  await knex.schema.dropTable('analysis_gaps');
  await knex.schema.dropTable('analysis_proposal_events');
  await knex.schema.dropTable('analysis_proposal_entities');
  await knex.schema.dropTable('analysis_proposals');
  await knex.schema.dropTable('analysis_runs');
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
