// @ts-check

/**
 * What findings are found by, and indexes that lists of them are read from. Fills a row for each finding there is: a
 * minute at the most for a hundred thousand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  await knex.schema.createTable('finding_search', table => {
    table.comment('What the title and description of each finding say');
    table
      .integer('finding_id')
      .primary()
      .references('id')
      .inTable('findings')
      .onDelete('CASCADE');
    table
      .specificType('words', isPostgres ? 'tsvector' : 'text')
      .notNullable()
      .comment('Lower-cased');
  });
  await fill(knex, isPostgres);
  if (isPostgres) {
    await knex.raw(
      'create index finding_search_words_idx on finding_search using gin (words)',
    );
  }
  // Lists, their counts and their sums are read from this alone.
  await knex.schema.alterTable('findings', table => {
    table.index(
      [
        'status',
        'risk',
        'category',
        'effort',
        'owner_ref',
        'severity',
        'likelihood',
        'entity_id',
        'due_date',
        'created_at',
        'changed_at',
        'closure_proposed_at',
        'id',
      ],
      'findings_list_idx',
    );
    // The former begins as it does.
    table.dropIndex(['status', 'risk'], 'findings_status_idx');
  });
  // Lists leave out what belongs to entities that are not in the catalog any more, which few are.
  await knex.raw(
    'create index entities_retired_idx on entities (id) where retired_at is not null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index entities_retired_idx');
  await knex.schema.alterTable('findings', table => {
    table.index(['status', 'risk'], 'findings_status_idx');
    table.dropIndex([], 'findings_list_idx');
  });
  await knex.schema.dropTable('finding_search');
};

const ROWS_PER_STATEMENT = 500;

/**
 * @param {import('knex').Knex} knex
 * @param {boolean} isPostgres
 */
async function fill(knex, isPostgres) {
  for (let after = 0; ; ) {
    const findings = await knex('findings')
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_PER_STATEMENT)
      .select('id', 'title', 'description');
    if (findings.length === 0) {
      return;
    }
    await knex('finding_search').insert(
      findings.map(({ id, title, description }) => ({
        finding_id: id,
        words: wordsOf(title, description)
          .map(word =>
            isPostgres ? `'${word.replace(/['\\]/g, '$&$&')}' ` : ` ${word}`,
          )
          .join(''),
      })),
    );
    after = findings[findings.length - 1].id;
  }
}

const BEGINNING =
  /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/**
 * Each word, with what is written on to it.
 *
 * @param {...string} texts
 */
function wordsOf(...texts) {
  /** @type {Set<string>} */
  const words = new Set();
  for (const text of texts) {
    const parts = text
      .normalize('NFKC')
      .toLocaleLowerCase('en-US')
      .split(/[\s\0]+/);
    for (const part of parts) {
      for (const { index } of part.matchAll(BEGINNING)) {
        words.add(
          part
            .slice(index, index + 40)
            .replace(/[\uD800-\uDBFF]$/, '')
            .replace(/[\p{P}]+$/u, ''),
        );
        if (words.size >= 5000) {
          return [...words];
        }
      }
    }
  }
  return [...words];
}
