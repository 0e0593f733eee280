import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRows, RowTarget } from './insertRows';

jest.setTimeout(60_000);

interface Row {
  id: number;
  text: string | null;
  flag: boolean;
  ratio: number | null;
}

const NOTES: RowTarget<Row> = {
  table: 'notes',
  columns: [
    ['id', 'integer', ({ id }) => id],
    ['text', 'text', ({ text }) => text],
    ['flag', 'boolean', ({ flag }) => flag],
    ['ratio', 'double precision', ({ ratio }) => ratio],
  ],
};

/** What means something in arrays, copies or SQL. */
const TEXTS = [
  'plain',
  'a\tb\nc\rd',
  'back\\slash \\N \\. end',
  `"quoted" 'too', {braces}`,
  '',
  'NULL',
  'Ünïcode 🚀',
  null,
];

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    text: TEXTS[index % TEXTS.length],
    flag: index % 3 === 0,
    ratio: index % 5 === 0 ? null : index / 7,
  }));

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'insertRows on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await knex.schema.createTable('notes', table => {
        table.integer('id').primary();
        table.text('text');
        table.boolean('flag').notNullable();
        table.double('ratio');
      });
    });

    afterEach(async () => {
      await knex('notes').delete();
    });

    const stored = async () =>
      (await knex<Row>('notes').orderBy('id')).map(row => ({
        ...row,
        flag: Boolean(row.flag),
      }));

    it.each([0, 1, 99, 100, 119, 120, 499, 500, 5003])(
      'inserts %d rows as they are',
      async count => {
        await knex.transaction(tx => insertRows(tx, NOTES, rows(count)));
        expect(await stored()).toEqual(rows(count));
      },
    );

    it.each([50, 1000])(
      'replaces rows of the same key among %d',
      async count => {
        await knex.transaction(tx => insertRows(tx, NOTES, rows(count / 2)));
        const changed = rows(count).map(row => ({ ...row, text: 'new' }));
        await knex.transaction(tx =>
          insertRows(tx, { ...NOTES, key: ['id'] }, changed),
        );
        expect(await stored()).toEqual(changed);
      },
    );

    it.each([50, 1000])(
      'fails as a whole where a key is taken already, among %d',
      async count => {
        await knex('notes').insert({ id: count, text: 'first', flag: true });
        await expect(
          knex.transaction(tx => insertRows(tx, NOTES, rows(count))),
        ).rejects.toThrow(/unique/i);
        expect(await stored()).toEqual([
          { id: count, text: 'first', flag: true, ratio: null },
        ]);
      },
    );
  },
);
