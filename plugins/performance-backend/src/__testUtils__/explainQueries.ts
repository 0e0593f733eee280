import { Knex } from 'knex';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestPerformance } from './startPerformance';

/** `UPDATE_QUERY_PLANS=1` writes the plans instead of comparing them. */
const isUpdating = process.env.UPDATE_QUERY_PLANS === '1';

const directory = join(__dirname, '..', 'tests', 'queryPlans');

/** Something that is asked often. */
export interface HotQuery {
  name: string;
  /** Which of the statements it is about. */
  table: string;
  ask: (performance: TestPerformance, knex: Knex) => Promise<unknown>;
}

interface Statement {
  sql: string;
  bindings: unknown[];
}

/** Longer than any transaction of a test lasts. */
const MOST_MILLISECONDS = 20_000;

/**
 * Lets the database know what its tables hold, so that its plans are the same each time. PostgreSQL marks no page as
 * seen by all while a transaction is open that began before it was written; what it costs to read an index alone
 * depends on those pages.
 *
 * @throws Error where pages stay unmarked.
 */
export async function settleStatistics(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'pg') {
    await knex.raw('analyze');
    return;
  }
  let unmarked: string[] = [];
  await knex.raw('vacuum analyze');
  const end = Date.now() + MOST_MILLISECONDS;
  while (Date.now() < end) {
    const { rows } = await knex.raw(
      `select quote_ident(nspname) || '.' || quote_ident(relname) as name
       from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where relkind = 'r' and relallvisible < relpages
         and nspname not in ('pg_catalog', 'information_schema')`,
    );
    unmarked = rows.map(({ name }: { name: string }) => name);
    if (unmarked.length === 0) {
      return;
    }
    await knex.raw(`vacuum ${unmarked.join(', ')}`);
  }
  const { rows: holders } = await knex.raw(
    `select backend_type, state, query from pg_stat_activity where backend_xmin is not null and pid <> pg_backend_pid()`,
  );
  throw new Error(
    `Pages of ${unmarked.join(
      ', ',
    )} can't be seen by all because of ${JSON.stringify(holders)}`,
  );
}

/**
 * The plans of what is asked about the tables, by name.
 *
 * @throws Error where nothing was.
 */
export async function explainQueries(
  performance: TestPerformance,
  knex: Knex,
  queries: HotQuery[],
): Promise<string> {
  const parts: string[] = [];
  for (const { name, table, ask } of queries) {
    const plans: string[] = [];
    const statements = await statementsOf(knex, table, () =>
      ask(performance, knex),
    );
    for (const statement of statements) {
      plans.push(
        `${readable(statement.sql)}\n\n${await planOf(knex, statement)}\n`,
      );
    }
    if (plans.length === 0) {
      throw new Error(`'${name}' asks nothing of ${table}`);
    }
    parts.push(`## ${name}\n\n${plans.join('\n')}`);
  }
  return parts.join('\n');
}

/**
 * The plans that are checked in.
 *
 * @param found - what they become where they are updated.
 */
export async function checkedInPlans(
  name: string,
  found: string,
): Promise<string> {
  const file = join(directory, name);
  if (isUpdating) {
    await writeFile(file, found);
  }
  return readFile(file, 'utf8');
}

async function statementsOf(
  knex: Knex,
  table: string,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const about = new RegExp(`(from|join|update) ["\`]?(${table})\\b`);
  const note = ({ sql, bindings }: Statement) => {
    if (/^(with|select|update)/.test(sql) && about.test(sql)) {
      statements.push({ sql, bindings });
    }
  };
  knex.on('query', note);
  try {
    await work();
  } finally {
    knex.removeListener('query', note);
  }
  // The first of those that differ in nothing but what is asked about.
  return [
    ...new Map(
      statements.map(one => [readable(one.sql), one] as const).reverse(),
    ).values(),
  ].reverse();
}

/** Without the number of parameters. */
function readable(sql: string): string {
  return sql
    .replace(/\$\d+/g, '?')
    .replace(/\?(, \?)+/g, '?…')
    .replace(/["`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Kinds of nodes and their indexes; no costs, rows or conditions. */
async function planOf(knex: Knex, { sql, bindings }: Statement) {
  if (knex.client.config.client === 'pg') {
    return knex.transaction(async tx => {
      await tx.raw('set local max_parallel_workers_per_gather = 0');
      const connection = await tx.client.acquireConnection();
      const { rows } = await connection.query(
        `explain (costs off) ${sql}`,
        bindings,
      );
      return rows
        .map((row: Record<string, string>) => row['QUERY PLAN'])
        .filter((line: string) => /->|^\S/.test(line))
        .join('\n');
    });
  }
  const rows: { id: number; parent: number; detail: string }[] = await knex.raw(
    `explain query plan ${sql}`,
    bindings as Knex.Value[],
  );
  const depths = new Map([[0, -1]]);
  return rows
    .map(({ id, parent, detail }) => {
      const depth = (depths.get(parent) ?? -1) + 1;
      depths.set(id, depth);
      return `${'  '.repeat(depth)}${detail}`;
    })
    .join('\n');
}
