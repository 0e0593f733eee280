// @ts-check

/**
 * What checks look at besides verdicts, and what scorecards made of them.
 *
 * Gives every run its type: of 1,000 runs a day, at most a few seconds for a year of them. Creates
 * empty tables otherwise.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table
      .string('type', 12)
      .notNullable()
      .defaultTo('load')
      .comment('What it is for: load, stress, soak, …');
  });
  await knex('runs').where('tool', 'lighthouse').update({ type: 'audit' });
  // The newest runs of each type and environment of an entity, from the index alone.
  await knex.raw(
    `create index runs_type_idx on runs
     (entity_id, type, environment, started_at, id, ended_at, tool)
     where tracked = true and invalid_at is null`,
  );

  // A few per entity.
  await knex.schema.createTable('attestations', table => {
    table.comment('Signed answers to the statements of checks; never changed');
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('check_name', 255).notNullable();
    table.string('answer', 16).notNullable();
    table.text('comment');
    table
      .text('statements', 'longtext')
      .notNullable()
      .comment('JSON: what was answered, as it was then');
    table.string('by', 512).notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('ended_at').comment('When it was withdrawn or replaced');
    table.string('ended_by', 512);
    table.index(['entity_id', 'check_name'], 'attestations_entity_idx');
  });
  // One answer in force at a time; also what an evaluation reads.
  await knex.raw(
    `create unique index attestations_in_force_uidx on attestations
     (entity_id, check_name) where ended_at is null`,
  );

  for (const [name, comment] of [
    ['external_results', 'The newest that another system said of a check'],
    ['extension_results', 'The newest that a module said of a check'],
  ]) {
    await knex.schema.createTable(name, table => {
      table.comment(comment);
      table
        .integer('entity_id')
        .notNullable()
        .references('id')
        .inTable('entities')
        .onDelete('CASCADE');
      table.string('check_name', 255).notNullable();
      table.smallint('state').notNullable();
      table.text('message');
      table.text('url');
      table.bigInteger('at').notNullable();
      if (name === 'external_results') {
        table.string('by', 512).notNullable();
      } else {
        table
          .string('code', 32)
          .comment('Why there is no result; null where the module gave one');
        table
          .string('fingerprint', 64)
          .notNullable()
          .comment('Of the check and the entity as they were judged');
      }
      table.primary(['entity_id', 'check_name']);
    });
  }

  // A few per scorecard: one for each text its rules ever had.
  await knex.schema.createTable('scorecard_shapes', table => {
    table.comment(
      'What the results of many entities share: levels, titles, advice',
    );
    table.increments('id');
    table.string('hash', 64).notNullable().unique();
    table.text('body', 'longtext').notNullable().comment('JSON');
  });

  // Tens of thousands: one per entity and scorecard, so: narrow.
  await knex.schema.createTable('scorecard_results', table => {
    table.comment('Where entities stand on their scorecards now');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('definition_id', 800).notNullable();
    table
      .boolean('main')
      .notNullable()
      .comment("Whether it is shown as the entity's own");
    table
      .integer('shape_id')
      .notNullable()
      .references('id')
      .inTable('scorecard_shapes');
    table.text('exempt').comment('Why the scorecard does not hold for it');
    table.smallint('level_rank').comment('0 is the lowest; null is none');
    table.string('level_name', 255);
    table.double('score').comment('0 to 100; null if nothing applies');
    table
      .text('states')
      .notNullable()
      .comment(
        'One letter a rule, in the order of the shape: pass, warn, fail, no-data, a for not-applicable; upper case where waived',
      );
    table
      .text('reasons')
      .notNullable()
      .comment('JSON: by place of the rule, where there is one');
    table
      .text('next_steps')
      .notNullable()
      .comment('JSON: places of the rules missing for the next level');
    table
      .bigInteger('since')
      .notNullable()
      .comment('Of level and score, epoch milliseconds');
    table.primary(['entity_id', 'definition_id']);
    // The entities of one scorecard, worst first, and its distribution of levels.
    table.index(
      ['definition_id', 'level_rank', 'score', 'entity_id'],
      'scorecard_results_level_idx',
    );
  });

  // One row per change of level or score.
  await knex.schema.createTable('scorecard_history', table => {
    table.comment('Changes of level or score');
    table.bigIncrements('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('definition_id', 800).notNullable();
    table.bigInteger('at').notNullable();
    table.smallint('level_rank');
    table.string('level_name', 255);
    table.double('score');
    table
      .boolean('ended')
      .notNullable()
      .comment('It no longer applied from then on');
    // The trend of one entity.
    table.index(
      ['entity_id', 'definition_id', 'at'],
      'scorecard_history_trend_idx',
    );
  });
};

/**
 * Drops the types of runs, attestations, pushed results and all that scorecards said.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'scorecard_history',
    'scorecard_results',
    'scorecard_shapes',
    'extension_results',
    'external_results',
    'attestations',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('drop index runs_type_idx');
  // Raw, as knex would copy the table on SQLite and thereby lose what refers to it.
  await knex.raw('alter table runs drop column type');
};
