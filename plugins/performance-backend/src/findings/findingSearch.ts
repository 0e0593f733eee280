import { Knex } from 'knex';
import { whereContains } from '../catalog/filterEntities';
import { findingTerms, findingWords } from './findingWords';

/**
 * Findings that are found by a text, by number: looked up once for all that is asked about them, and handed on as the
 * database has them.
 */
export interface FoundFindings {
  /** An array of PostgreSQL, or JSON. */
  literal: string;
}

/** Stores what a finding can be found by, in place of what it could be found by before. */
export async function saveFindingWords(
  findingId: number,
  { title, description }: { title: string; description: string },
  tx: Knex.Transaction,
): Promise<void> {
  await tx('finding_search')
    .insert({
      finding_id: findingId,
      words: wordsColumn(tx, findingWords(title, description)),
    })
    .onConflict('finding_id')
    .merge();
}

/** Words as the database keeps them: a `tsvector`, or each after a space. */
export function wordsColumn(knex: Knex, words: string[]): string {
  return isPostgres(knex)
    ? words.map(lexeme).join(' ')
    : words.map(word => ` ${word}`).join('');
}

/**
 * Finds those of which each word of the text begins a word of title or description, or is somewhere in the ref or title
 * of the entity that they belong to; and the one whose number the text is.
 *
 * @returns undefined for a text of nothing but spaces, which all are found by.
 */
export async function searchFindings(
  knex: Knex,
  text: string | undefined,
): Promise<FoundFindings | undefined> {
  if (!text?.trim()) {
    return undefined;
  }
  const terms = findingTerms(text).map(term => selectByTerm(knex, term));
  const number = /^(?:f-)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const found = knex.from(
    terms.length > 0
      ? knex.intersect(terms).as('found')
      : knex('findings').whereRaw('1 = 0').select('id').as('found'),
  );
  const [{ ids }]: { ids: string | null }[] = await found.select({
    ids: knex.raw(
      isPostgres(knex)
        ? "string_agg(found.id::text, ',')"
        : "group_concat(found.id, ',')",
    ),
  });
  const all = [ids, number].filter(Boolean).join(',');
  return { literal: isPostgres(knex) ? `{${all}}` : `[${all}]` };
}

/** Adds the condition that findings are among those found. */
export function whereFound(
  knex: Knex,
  builder: Knex.QueryBuilder,
  { literal }: FoundFindings,
): void {
  builder.whereRaw(
    isPostgres(knex)
      ? 'findings.id = any (?::integer[])'
      : 'findings.id in (select value from json_each(?))',
    [literal],
  );
}

function selectByTerm(knex: Knex, term: string): Knex.QueryBuilder {
  const own = knex('finding_search').select({ id: 'finding_id' });
  if (isPostgres(knex)) {
    // Relies on finding_search_words_idx.
    own.whereRaw('words @@ ?::tsquery', [`${lexeme(term)}:*`]);
  } else {
    own.whereRaw('instr(words, ?) > 0', [` ${term}`]);
  }
  const entities = knex('entities').select('id');
  whereContains(entities, ['entity_ref', 'title'], term);
  return knex
    .from(
      own
        .union(knex('findings').whereIn('entity_id', entities).select('id'))
        .as('either'),
    )
    .select('id');
}

function lexeme(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`;
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
