// @ts-check

const COLUMNS = [
  'rule_id',
  'subject_id',
  'entity_id',
  'environment',
  'state',
  'value',
  'samples',
  'quantile_method',
  'explanation_id',
  'run_id',
  'since',
  'confirmed',
  'streak',
  'lapses_at',
  'stage',
  'next_stage',
  'next_stage_at',
  'waiver_id',
  'waived',
  'changes_at',
].join(', ');

/** Types of these columns and their constraints, as SQLite has them. */
const SQLITE_COLUMNS = `
  environment varchar(63) not null,
  state smallint not null,
  value double,
  samples double,
  quantile_method varchar(10),
  run_id varchar(32),
  since bigint not null,
  confirmed boolean not null,
  streak smallint not null,
  lapses_at bigint,
  stage smallint not null default 3,
  next_stage smallint,
  next_stage_at bigint,
  waiver_id varchar(36),
  waived boolean not null default 0,
  changes_at bigint`;

/**
 * Makes current verdicts cheap to write by the hundred thousand: a verdict that has changed only once, as
 * most have, tells so itself and needs no row of history; when an entity's verdicts may next change is kept
 * once for all of them; the primary key is in the order that entities are evaluated in.
 *
 * SQLite gets a table without row ids, and of its foreign keys only the one that deletes; the code that
 * writes is the same as on PostgreSQL, which has none either. Copies current verdicts there.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_evaluations', table => {
    table
      .bigInteger('changes_at')
      .comment('When the first of its verdicts may change by itself');
    // The scheduled search for what time has changed.
    table.index(['changes_at'], 'entity_evaluations_changes_at_idx');
  });
  // Where nothing is known of the entity, no fingerprint is like this one.
  await knex.raw(`
    insert into entity_evaluations (entity_id, fingerprint, changes_at)
    select entity_id, '', min(changes_at) from verdicts
    where changes_at is not null group by entity_id
    on conflict (entity_id) do update set changes_at = excluded.changes_at`);

  if (knex.client.config.client === 'pg') {
    await knex.schema.alterTable('verdicts', table => {
      table.dropIndex(['changes_at'], 'verdicts_changes_at_idx');
      table.dropPrimary();
      table
        .string('first_cause', 10)
        .comment(
          'Of its only change of state, where this row stands for that; else history has it',
        );
    });
    await knex.schema.alterTable('verdicts', table => {
      table.primary(['subject_id', 'rule_id']);
    });
    return;
  }
  await replaceTable(
    knex,
    `${SQLITE_COLUMNS},
    rule_id integer not null,
    entity_id integer not null,
    explanation_id integer not null,
    subject_id integer not null references subjects (id) on delete cascade,
    first_cause varchar(10),
    primary key (subject_id, rule_id)`,
    'without rowid',
  );
};

/**
 * Writes all of history down again.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    insert into verdict_history (rule_id, subject_id, at, cause, state, value, run_id, confirmed, explanation_id)
    select rule_id, subject_id, since, first_cause, state, value, run_id, confirmed, explanation_id
    from verdicts where first_cause is not null`);
  if (knex.client.config.client === 'pg') {
    await knex.schema.alterTable('verdicts', table => {
      table.dropColumn('first_cause');
      table.dropPrimary();
    });
    await knex.schema.alterTable('verdicts', table => {
      table.primary(['rule_id', 'subject_id']);
    });
  } else {
    await replaceTable(
      knex,
      `${SQLITE_COLUMNS},
      rule_id integer not null references rules (id),
      subject_id integer not null references subjects (id) on delete cascade,
      entity_id integer not null references entities (id) on delete cascade,
      explanation_id integer not null references explanations (id),
      primary key (rule_id, subject_id)`,
    );
  }
  await knex.schema.alterTable('verdicts', table => {
    table.index(['changes_at'], 'verdicts_changes_at_idx');
  });
  await knex('entity_evaluations').where('fingerprint', '').delete();
  await knex.schema.alterTable('entity_evaluations', table => {
    table.dropIndex(['changes_at'], 'entity_evaluations_changes_at_idx');
    table.dropColumn('changes_at');
  });
};

/**
 * Copies current verdicts to a table of another shape; SQLite can't change one. Nothing refers to it.
 *
 * @param {import('knex').Knex} knex
 * @param {string} definitions - of columns and constraints.
 * @param {string} [options]
 */
async function replaceTable(knex, definitions, options = '') {
  await knex.raw(`create table verdicts_new (${definitions}) ${options}`);
  await knex.raw(
    `insert into verdicts_new (${COLUMNS}) select ${COLUMNS} from verdicts order by subject_id, rule_id`,
  );
  await knex.schema.dropTable('verdicts');
  await knex.schema.renameTable('verdicts_new', 'verdicts');
  await knex.schema.alterTable('verdicts', table => {
    table.index(['entity_id', 'rule_id'], 'verdicts_entity_idx');
    table.index(
      ['state', 'entity_id', 'rule_id', 'subject_id'],
      'verdicts_state_idx',
    );
  });
}
