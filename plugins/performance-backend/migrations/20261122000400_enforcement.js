// @ts-check

/** What held for every verdict before there were policies. */
const DEFAULT_ENFORCEMENT = {
  stage: 'block',
  requireEvidence: true,
  story: [],
};

const EXPLANATIONS_PER_PAGE = 500;

/**
 * What comes of verdicts: the stage they are enforced at, what changes it next, and waivers.
 *
 * Touches every explanation (thousands of rows) and adds columns to current verdicts (up to 500,000
 * rows), which keep the stage that budgets had so far. Everything is judged again afterwards.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('rules', table => {
    // A check may move to another area; counts by area stay true if that makes it another rule.
    table.dropUnique(['rule_key'], 'rules_rule_key_uidx');
    table.unique(['rule_key', 'area'], { indexName: 'rules_identity_uidx' });
  });
  if (knex.client.config.client === 'pg') {
    // SQLite takes longer texts anyway.
    await knex.schema.alterTable('rules', table => {
      table.string('area', 63).notNullable().alter();
    });
  }
  await knex.schema.alterTable('verdicts', table => {
    table
      .smallint('stage')
      .notNullable()
      .defaultTo(3)
      .comment('0 observe, 1 notify, 2 warn, 3 block');
    table.smallint('next_stage');
    table.bigInteger('next_stage_at').comment('When it becomes that');
    table.string('waiver_id', 36).comment('In force, whatever the state');
    table
      .boolean('waived')
      .notNullable()
      .defaultTo(false)
      .comment('Fails, or has no data, and a waiver allows for it');
    table
      .bigInteger('changes_at')
      .comment('When it may next change without anybody doing anything');
    // The scheduled search for what time has changed.
    table.index(['changes_at'], 'verdicts_changes_at_idx');
    table.dropIndex(['lapses_at'], 'verdicts_lapses_at_idx');
  });
  await knex('verdicts').update({ changes_at: knex.ref('lapses_at') });
  await rewriteExplanations(knex, body => ({
    ...body,
    enforcement: DEFAULT_ENFORCEMENT,
  }));
  await judgeEverythingAgain(knex);
};

/**
 * Verdicts of checks are dropped, with their history; they can be computed again, it can't.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const checks = knex('rules').whereNot('kind', 'budget').select('id');
  for (const table of ['verdict_history', 'run_verdicts', 'verdicts']) {
    await knex(table).whereIn('rule_id', checks.clone()).delete();
  }
  await knex('rules').whereNot('kind', 'budget').delete();
  await rewriteExplanations(knex, body => ({
    ...body,
    enforcement: undefined,
    waiver: undefined,
    check: undefined,
  }));
  await knex.schema.alterTable('verdicts', table => {
    table.dropIndex(['changes_at'], 'verdicts_changes_at_idx');
    table.index(['lapses_at'], 'verdicts_lapses_at_idx');
  });
  await knex.schema.alterTable('verdicts', table => {
    table.dropColumns(
      'stage',
      'next_stage',
      'next_stage_at',
      'waiver_id',
      'waived',
      'changes_at',
    );
  });
  await knex.schema.alterTable('rules', table => {
    table.dropUnique(['rule_key', 'area'], 'rules_identity_uidx');
    table.unique(['rule_key'], { indexName: 'rules_rule_key_uidx' });
  });
  await judgeEverythingAgain(knex);
};

/**
 * Hashes stay as they are: the next evaluation adds explanations anew where they differ.
 *
 * @param {import('knex').Knex} knex
 * @param {(body: object) => object} rewrite
 */
async function rewriteExplanations(knex, rewrite) {
  let afterId = 0;
  for (;;) {
    const rows = await knex('explanations')
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(EXPLANATIONS_PER_PAGE)
      .select('id', 'body');
    for (const { id, body } of rows) {
      await knex('explanations')
        .where('id', id)
        .update({ body: JSON.stringify(rewrite(JSON.parse(body))) });
    }
    if (rows.length < EXPLANATIONS_PER_PAGE) {
      return;
    }
    afterId = rows[rows.length - 1].id;
  }
}

/**
 * Definitions that are newer than what was announced are announced again when the backend starts. There
 * is nothing to judge again in a new database.
 *
 * @param {import('knex').Knex} knex
 */
async function judgeEverythingAgain(knex) {
  if (
    (await knex.schema.hasTable('definition_state')) &&
    (await knex('verdicts').first('rule_id'))
  ) {
    await knex('definition_state').increment('version', 1);
  }
}
