// @ts-check

/**
 * Verdicts: current state, what each run was judged, and changes of state.
 *
 * States are numbers, worst first: 0 fail, 1 warn, 2 no-data, 3 pass, 4 not-applicable. Creates
 * empty tables only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Tens of rows: one per metric and statistic that any definition names.
  await knex.schema.createTable('rules', table => {
    table.comment('What is judged, over all versions and layers');
    table.increments('id');
    table.string('rule_key', 300).notNullable();
    table.string('kind', 20).notNullable();
    table.string('metric', 200).notNullable();
    table.string('statistic', 20).notNullable();
    table.string('unit', 8).notNullable();
    table.string('area', 20).notNullable();
    table.unique(['rule_key'], { indexName: 'rules_rule_key_uidx' });
  });

  await knex.schema.createTable('subjects', table => {
    table.comment('Who is judged: an entity in an environment, for labels');
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('environment', 63).notNullable();
    table.string('labels_key', 32).notNullable();
    table.text('labels').notNullable();
    table.unique(['entity_id', 'environment', 'labels_key'], {
      indexName: 'subjects_identity_uidx',
    });
  });

  // A verdict's text and limit are the same for thousands of entities under one definition.
  await knex.schema.createTable('explanations', table => {
    table.comment('Title, limit, its story and reason, shared by verdicts');
    table.increments('id');
    table.string('hash', 64).notNullable();
    table
      .string('essence', 64)
      .notNullable()
      .comment(
        'Hash without the wording of the reason, which may tell the time of evaluation',
      );
    table.text('title').notNullable();
    table.string('definition_name', 255).notNullable();
    table.text('body').notNullable();
    table.unique(['hash'], { indexName: 'explanations_hash_uidx' });
  });

  // Up to 500,000 rows, so: narrow.
  await knex.schema.createTable('verdicts', table => {
    table.comment('Current state: one row per rule and subject');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('environment', 63).notNullable();
    table.smallint('state').notNullable();
    table.double('value');
    table.double('samples');
    table.string('quantile_method', 10);
    table
      .integer('explanation_id')
      .notNullable()
      .references('id')
      .inTable('explanations');
    table.string('run_id', 32);
    table.bigInteger('since').notNullable();
    table.boolean('confirmed').notNullable();
    table
      .smallint('streak')
      .notNullable()
      .comment('Consecutive runs with this state, no further than confirming');
    table
      .bigInteger('lapses_at')
      .comment('When its evidence becomes too old, if nothing newer comes');
    table.primary(['rule_id', 'subject_id']);
    // All verdicts of an entity: its page, and every evaluation.
    table.index(['entity_id', 'rule_id'], 'verdicts_entity_idx');
    // The list of all verdicts, worst first, and the counts by state.
    table.index(
      ['state', 'entity_id', 'rule_id', 'subject_id'],
      'verdicts_state_idx',
    );
    // The scheduled search for evidence that became too old.
    table.index(['lapses_at'], 'verdicts_lapses_at_idx');
  });

  // Hardly any: one per entity and rule with more subjects than the cap.
  await knex.schema.createTable('not_judged', table => {
    table.comment('Subjects beyond the cap');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('rule_key', 300).notNullable();
    table.integer('count').notNullable();
    table.text('examples').notNullable();
    table.primary(['entity_id', 'rule_key']);
  });

  // About 50 rows a run.
  await knex.schema.createTable('run_verdicts', table => {
    table.comment('What a run was judged when it came, by itself');
    table
      .string('run_id', 32)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.bigInteger('started_at').notNullable();
    table.smallint('state').notNullable();
    table.double('value');
    table.double('samples');
    table.string('quantile_method', 10);
    table
      .boolean('measured')
      .notNullable()
      .comment('Whether the run holds what the rule is about');
    table
      .bigInteger('lapses_at')
      .comment('When it becomes too old to be evidence');
    table
      .integer('explanation_id')
      .notNullable()
      .references('id')
      .inTable('explanations');
    table.primary(['run_id', 'rule_id', 'subject_id']);
    // The sequence of states of one verdict: history after a late run, and trends.
    table.index(
      ['rule_id', 'subject_id', 'started_at', 'run_id'],
      'run_verdicts_sequence_idx',
    );
  });

  // One row per change of state.
  await knex.schema.createTable('verdict_history', table => {
    table.comment('Changes of state of current verdicts');
    table.bigIncrements('id');
    table.integer('rule_id').notNullable().references('id').inTable('rules');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.bigInteger('at').notNullable();
    table.string('cause', 10).notNullable().comment('run, age or definition');
    table.smallint('state').notNullable();
    table.smallint('previous_state');
    table.double('value');
    table.string('run_id', 32);
    table.boolean('confirmed').notNullable();
    table
      .integer('explanation_id')
      .notNullable()
      .references('id')
      .inTable('explanations');
    // The changes of one verdict in order, and the last of them.
    table.index(
      ['rule_id', 'subject_id', 'at', 'id'],
      'verdict_history_sequence_idx',
    );
  });
};

/**
 * Drops all verdicts; they can be computed again from the runs, their history can't.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('verdict_history');
  await knex.schema.dropTable('run_verdicts');
  await knex.schema.dropTable('not_judged');
  await knex.schema.dropTable('verdicts');
  await knex.schema.dropTable('explanations');
  await knex.schema.dropTable('subjects');
  await knex.schema.dropTable('rules');
};
