import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  performanceFindingCreatePermission,
  performanceFindingReadPermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceFindingConditionalDecision,
  performanceFindingConditions,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { OWNER, PEOPLE, STRANGER } from '../__testUtils__/people';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CART,
  findingCalls,
  PAY,
  startFindings,
} from './__testUtils__/startFindings';

jest.setTimeout(120_000);

/** Records findings of anything, and sees those that they are to see to. */
const IMPORTER = 'user:default/importer';

const HEADING = 'externalId,entityRef,title,category,severity,likelihood,owner';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'findings of a file that there may be already on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    const { call, create, importCsv } = findingCalls(() => performance);

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      performance = await startFindings(knex, {
        [IMPORTER]: {
          ...PEOPLE[OWNER],
          [performanceReadPermission.name]: { result: AuthorizeResult.ALLOW },
          [performanceFindingCreatePermission.name]: {
            result: AuthorizeResult.ALLOW,
          },
          [performanceFindingReadPermission.name]:
            createPerformanceFindingConditionalDecision(
              performanceFindingReadPermission,
              performanceFindingConditions.isFindingOwner({
                claims: [IMPORTER],
              }),
            ),
        },
      });
    });

    beforeEach(async () => {
      await performance.services.reevaluations.whenIdle();
      await knex('findings').delete();
    });

    afterAll(() => performance?.stop());

    const row = (externalId: string, entityRef: string, title: string) =>
      `${externalId},${entityRef},${title},capacity,low,low,`;

    it('tells nothing of findings of entities that one may not see', async () => {
      // The stranger sees nothing of the payments team's.
      await create({ externalId: 'audit-1', title: 'Of payments' });
      for (const dryRun of [true, false]) {
        const { status, body } = await importCsv(
          [HEADING, row('audit-1', CART, 'Of the shop')],
          { user: STRANGER, dryRun },
        );
        expect([status, body]).toMatchObject([
          200,
          { created: [{ title: 'Of the shop' }], skipped: [], problems: [] },
        ]);
      }
      await knex('findings').where('title', 'Of the shop').delete();
      const { status } = await call(
        'POST',
        '/findings',
        {
          externalId: 'audit-1',
          entityRef: CART,
          title: 'Of the shop',
          category: 'capacity',
          severity: 'low',
          likelihood: 'low',
        },
        STRANGER,
      );
      expect(status).toBe(201);
    });

    it('skips a finding that one may not see, without its number', async () => {
      const { id } = await create({
        externalId: 'audit-1',
        owner: IMPORTER,
      });
      await create({ externalId: 'audit-2', title: 'Too secret to name' });
      const { body } = await importCsv(
        [HEADING, row('audit-1', PAY, 'First'), row('audit-2', PAY, 'Second')],
        { user: IMPORTER, dryRun: true },
      );
      expect(body).toEqual({
        created: [],
        skipped: [
          { line: 2, title: 'First', id },
          { line: 3, title: 'Second' },
        ],
        alike: [],
        problems: [],
      });
    });

    it('takes an external id of a file once for each entity', async () => {
      const { body } = await importCsv([
        HEADING,
        row('audit-1', PAY, 'First of pay'),
        row('audit-1', CART, 'First of cart'),
        row('audit-1', PAY, 'Second of pay'),
      ]);
      expect(body.problems).toEqual([
        {
          line: 4,
          column: 'externalId',
          message: expect.stringContaining('line 2'),
        },
      ]);
    });

    it('warns of titles that the entity has a finding of already', async () => {
      const { id } = await create({ title: 'No timeout', owner: IMPORTER });
      await create({ title: 'Too secret to name' });
      await create({ title: 'Not of this one', entityRef: CART });
      const lines = [
        HEADING,
        row('', PAY, 'No timeout'),
        row('', PAY, 'Too secret to name'),
        row('', PAY, 'Not of this one'),
        row('new-1', PAY, 'Twice in here'),
        row('', PAY, '  Twice in   here '),
        row('', CART, 'Twice in here'),
      ];
      const expected = [
        { line: 2, title: 'No timeout', id },
        { line: 6, title: 'Twice in here', earlierLine: 5 },
      ];
      const user = IMPORTER;
      const dry = await importCsv(lines, { user, dryRun: true });
      expect(dry.body.alike).toEqual(expected);
      // It is a warning: there may well be two of a name.
      const { body } = await importCsv(lines, { user });
      expect(body.created).toHaveLength(6);
      expect(body.alike).toEqual(expected);
    });
  },
);
