// @ts-check

const ENTITY_TRIGGER = 'entities_delete_verdicts';
const SUBJECT_TRIGGER = 'subjects_delete_history';

/** Foreign keys of the two tables that full evaluations write by the hundred thousand. */
const FOREIGN_KEYS = {
  verdicts: [
    ['rule_id', 'rules'],
    ['subject_id', 'subjects'],
    ['entity_id', 'entities'],
    ['explanation_id', 'explanations'],
  ],
  verdict_history: [
    ['rule_id', 'rules'],
    ['subject_id', 'subjects'],
    ['explanation_id', 'explanations'],
  ],
};

/**
 * Makes evaluating ten thousand entities a matter of seconds.
 *
 * PostgreSQL checks every foreign key of every row by a query of its own, which took more than half
 * of the time that storing verdicts takes (23,000 rows with their history a second instead of 50,000, on two cores). Rules
 * and explanations are never deleted, and whoever writes verdicts has locked their entity; deleting an
 * entity still takes them along, by trigger. SQLite's foreign keys cost little and stay.
 *
 * The new table starts empty: everything is judged and compared in full once more. A later migration
 * that changes verdicts has to empty it again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_evaluations', table => {
    table.comment('What entities were last found to be, to tell at a glance');
    table
      .integer('entity_id')
      .primary()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('Of the entity, its definitions and all of its verdicts');
  });
  if (knex.client.config.client !== 'pg') {
    return;
  }
  for (const [name, keys] of Object.entries(FOREIGN_KEYS)) {
    await knex.schema.alterTable(name, table => {
      for (const [column] of keys) {
        table.dropForeign([column]);
      }
    });
  }
  await createTrigger(
    knex,
    ENTITY_TRIGGER,
    'entities',
    'delete from verdicts where entity_id in (select id from gone)',
  );
  await createTrigger(
    knex,
    SUBJECT_TRIGGER,
    'subjects',
    'delete from verdict_history where subject_id in (select id from gone)',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (knex.client.config.client === 'pg') {
    for (const [name, table] of [
      [ENTITY_TRIGGER, 'entities'],
      [SUBJECT_TRIGGER, 'subjects'],
    ]) {
      await knex.raw(`drop trigger ${name} on ${table}`);
      await knex.raw(`drop function ${name}()`);
    }
    for (const [name, keys] of Object.entries(FOREIGN_KEYS)) {
      await knex.schema.alterTable(name, table => {
        for (const [column, target] of keys) {
          const key = table.foreign(column).references('id').inTable(target);
          if (column === 'subject_id' || column === 'entity_id') {
            key.onDelete('CASCADE');
          }
        }
      });
    }
  }
  await knex.schema.dropTable('entity_evaluations');
};

/**
 * Once per statement, with all the rows it deleted.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {string} table
 * @param {string} statement
 */
async function createTrigger(knex, name, table, statement) {
  await knex.raw(
    `create function ${name}() returns trigger language plpgsql as $$
     begin
       ${statement};
       return null;
     end $$`,
  );
  await knex.raw(
    `create trigger ${name} after delete on ${table}
     referencing old table as gone
     for each statement execute function ${name}()`,
  );
}
