// @ts-check

/**
 * SLOs of entities, their samples in packed blocks, and what takes time out of them.
 *
 * Creates empty tables.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Thousands: one for each SLO and entity, per objective where several stand for themselves.
  await knex.schema.createTable('slos', table => {
    table.comment('SLOs of entities and how they stand');
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('definition_id', 800).notNullable();
    table.string('definition_name', 255).notNullable();
    table
      .string('objective', 255)
      .notNullable()
      .comment('Where several stand for themselves, else empty');
    table.string('environment', 63).notNullable();
    table.string('rule_key', 800).notNullable().comment('Of its verdict');
    table.text('title').notNullable();
    table.boolean('composite').notNullable();
    table
      .double('target')
      .notNullable()
      .comment('The tightest of all layers, as a ratio');
    table
      .text('sources')
      .notNullable()
      .comment('JSON: names of metric sources, `pushed` for what is pushed');
    table
      .bigInteger('retired_at')
      .comment('Since when nothing asks for it any more; kept for its history');
    table
      .bigInteger('evaluated_at')
      .comment('Epoch milliseconds; null before the first evaluation');
    table.bigInteger('measured_at').comment('End of the newest sample');
    table
      .smallint('state')
      .notNullable()
      .defaultTo(2)
      .comment('No data before the first evaluation');
    table
      .smallint('severity')
      .notNullable()
      .defaultTo(2)
      .comment('Of the burn alert: 0 is page, 1 ticket, 2 none');
    table.double('burn_rate').comment('Over burn_window');
    table.string('burn_window', 16);
    table.double('remaining_share').comment('Of the budget');
    table.double('attainment').comment('Ratio');
    table
      .text('fact_key')
      .comment('What of the fact brings a new verdict when it changes');
    table.unique(['entity_id', 'definition_id', 'environment', 'objective'], {
      indexName: 'slos_subject_uidx',
    });
  });

  // Apart, so that lists read narrow rows, which every evaluation writes anew.
  await knex.schema.createTable('slo_statuses', table => {
    table.comment('All numbers of SLOs as they stand');
    table
      .integer('slo_id')
      .primary()
      .references('id')
      .inTable('slos')
      .onDelete('CASCADE');
    table.text('status', 'longtext').notNullable().comment('JSON');
    table
      .text('fact', 'longtext')
      .notNullable()
      .comment('JSON: what verdicts are made of');
  });

  // One for each SLO, of a composite one for each part.
  await knex.schema.createTable('slo_series', table => {
    table.comment('What is counted for an SLO, and how far that has got');
    table.increments('id');
    table
      .integer('slo_id')
      .notNullable()
      .references('id')
      .inTable('slos')
      .onDelete('CASCADE');
    table
      .string('objective', 255)
      .notNullable()
      .comment('Name of the objective that it is counted for');
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('Of all that samples and their sums depend on');
    table.string('source', 255).notNullable();
    table.text('indicator', 'longtext').notNullable().comment('JSON: rendered');
    table
      .text('counting')
      .notNullable()
      .comment('JSON: method, threshold, slices');
    table.integer('step_seconds').notNullable();
    table.integer('block_seconds').notNullable();
    table
      .integer('window_seconds')
      .notNullable()
      .comment('How far back statuses look, at most');
    table
      .bigInteger('filled_from')
      .comment('Epoch milliseconds; the source was asked from here');
    table.bigInteger('filled_until').comment('to here');
    table.string('state', 16).notNullable().comment('Of measuring it');
    table.bigInteger('state_since');
    table.text('message');
    table.bigInteger('retired_at');
    table.bigInteger('due_at').notNullable();
    table.string('holder', 36).comment('Replica that is at work on it');
    table.bigInteger('leased_until').notNullable();
    table.unique(['slo_id', 'objective', 'fingerprint'], {
      indexName: 'slo_series_fingerprint_uidx',
    });
    // What is due of a source.
    table.index(
      ['source', 'retired_at', 'due_at', 'slo_id'],
      'slo_series_due_idx',
    );
  });

  // Of 5,000 SLOs of 30 days, 155,000; mostly a day each.
  await knex.schema.createTable('slo_blocks', table => {
    table.comment('Samples of a stretch of time, packed, and their sums');
    table
      .integer('series_id')
      .notNullable()
      .references('id')
      .inTable('slo_series')
      .onDelete('CASCADE');
    table.bigInteger('start_at').notNullable().comment('Epoch milliseconds');
    table.double('good').notNullable();
    table.double('total').notNullable();
    table.double('covered_seconds').notNullable();
    table
      .bigInteger('newest_at')
      .notNullable()
      .comment('Start of the newest sample');
    table
      .binary('samples')
      .comment('Good and total of each step; null once only sums are kept');
    table.primary(['series_id', 'start_at']);
  });

  // A few per entity.
  await knex.schema.createTable('slo_adjustments', table => {
    table.comment('What takes time out of SLOs; never deleted');
    table.increments('id');
    table
      .integer('slo_id')
      .references('id')
      .inTable('slos')
      .onDelete('CASCADE')
      .comment('One SLO of one entity');
    table
      .integer('entity_id')
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE')
      .comment('All SLOs of an entity; also of the SLO where there is one');
    table.string('environment', 63).comment('Only there');
    table
      .string('definition_id', 800)
      .comment('Everything that a definition applies to');
    table.text('times').notNullable().comment('JSON: once or recurring');
    table.text('reason').notNullable();
    table.string('created_by', 512).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('revoked_by', 512);
    table.bigInteger('revoked_at');
    table.text('revoked_reason');
    table.index(['entity_id'], 'slo_adjustments_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_adjustments');
  await knex.schema.dropTable('slo_blocks');
  await knex.schema.dropTable('slo_series');
  await knex.schema.dropTable('slo_statuses');
  await knex.schema.dropTable('slos');
};
