// @ts-check

/**
 * Runs, their series, and which run is the newest evidence of what.
 *
 * Times are epoch milliseconds: they sort alike on both databases. Creates empty tables only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // About 1,000 rows a day.
  await knex.schema.createTable('runs', table => {
    table.comment('One execution of a load test, audit or benchmark');
    table
      .string('id', 32)
      .primary()
      .comment(
        'Follows from what identifies the run, so that the same report uploaded twice, or to two replicas at once, is one row',
      );
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('environment', 63).notNullable();
    table.string('external_id', 255);
    table.string('tool', 100).notNullable();
    table.text('tool_version');
    table.string('format', 100).notNullable();
    table.string('commit', 200);
    table.string('branch', 255);
    table
      .boolean('tracked')
      .notNullable()
      .comment('Whether it may change current state');
    table.text('ci_url');
    table.string('release', 100);
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ended_at').notNullable();
    table.double('duration_seconds');
    table.string('content_sha256', 64).notNullable();
    table.bigInteger('bytes').notNullable();
    table.text('configuration');
    table
      .string('configuration_fingerprint', 32)
      .notNullable()
      .comment('Runs of one tool with the same fingerprint are comparable');
    table.text('tool_verdicts').notNullable();
    table.text('warnings').notNullable();
    table.text('timeline');
    table
      .smallint('outcome')
      .comment('Worst of its own verdicts; absent where it has none');
    table.integer('fail_count').notNullable();
    table.integer('warn_count').notNullable();
    table.integer('no_data_count').notNullable();
    table.integer('pass_count').notNullable();
    table.integer('not_applicable_count').notNullable();
    table.text('not_judged').notNullable();
    table.double('requests');
    table.double('p95').comment('Of http.request.duration, in ms');
    table.text('invalid_reason');
    table.bigInteger('invalid_at');
    table.string('invalid_by', 255);
    table.bigInteger('created_at').notNullable();
    table.string('created_by', 255).notNullable();
    table.unique(['entity_id', 'environment', 'external_id'], {
      indexName: 'runs_external_id_uidx',
    });
    // The runs of an entity, newest first; the newer runs of a late one; the values of a trend.
    table.index(
      ['entity_id', 'environment', 'started_at', 'id'],
      'runs_entity_idx',
    );
    // The list of all runs, newest first.
    table.index(['started_at', 'id'], 'runs_started_at_idx');
  });

  // About 200 rows a run.
  await knex.schema.createTable('run_series', table => {
    table.comment('One metric of one run for one set of labels');
    table
      .string('run_id', 32)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('ordinal').notNullable();
    table.string('metric', 200).notNullable();
    table
      .string('labels_key', 32)
      .notNullable()
      .comment('Empty over everything, else a hash of the sorted labels');
    table.text('labels').notNullable();
    table.string('unit', 8).notNullable();
    table.double('count');
    table.double('min');
    table.double('max');
    table.double('mean');
    table.double('stddev');
    table.text('quantiles').notNullable();
    table.string('quantile_method', 10).notNullable();
    table
      .binary('exact_values')
      .comment('Ascending doubles, deflated; while there are at most 10,000');
    table.binary('sketch').comment('A DDSketch as protobuf, past that');
    table.primary(['run_id', 'ordinal']);
    // One series of many runs: trends, and the evidence left when a run is marked invalid.
    table.unique(['run_id', 'metric', 'labels_key'], {
      indexName: 'run_series_identity_uidx',
    });
  });

  // One row per series an entity has ever shown in an environment.
  await knex.schema.createTable('evidence', table => {
    table.comment(
      'The newest valid run of a tracked branch that holds the series',
    );
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('environment', 63).notNullable();
    table.string('metric', 200).notNullable();
    table.string('labels_key', 32).notNullable();
    table
      .string('run_id', 32)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('ordinal').notNullable();
    table.bigInteger('started_at').notNullable();
    table.primary(['entity_id', 'environment', 'metric', 'labels_key']);
    // What has to be recomputed when a run is marked invalid or deleted.
    table.index(['run_id'], 'evidence_run_idx');
  });
};

/**
 * Drops all runs.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evidence');
  await knex.schema.dropTable('run_series');
  await knex.schema.dropTable('runs');
};
