import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import { readFindingContent } from '../findings/readFinding';
import { OUTSIDER, startAnalysed } from './__testUtils__/startAnalysed';

jest.setTimeout(60_000);

const DATABASE = 'resource:default/db';

describe('people who decide on one proposal at once', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let performance: TestPerformance;
  const get = getFrom(() => performance);

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    performance = await startAnalysed(knex);
  });

  afterEach(async () => {
    await performance.stop();
  });

  /** Resolves once a statement waits for another transaction. */
  async function untilOneWaits(): Promise<void> {
    let waiting = 0;
    while (waiting === 0) {
      const { rows } = await knex.raw(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = rows[0].waiting;
    }
  }

  it.each([
    { decision: 'finding', json: {} },
    { decision: 'suppression', json: { reason: 'Read only, and replicated' } },
  ])(
    'has the $decision that waited for a finding refused',
    async ({ decision, json }) => {
      await performance.call('POST', '/analysis/runs');
      const { items } = await get('/analysis/proposals', {
        rule: 'shared-database',
      });
      const [{ id }] = items;
      const { services } = performance;
      const entity = await knex('entities')
        .where('entity_ref', DATABASE)
        .first('id');
      const by = 'user:default/first';

      const tx = await knex.transaction();
      await services.proposalStore.lock(id, tx);
      const second = performance.call(
        'POST',
        `/analysis/proposals/${id}/${decision}`,
        { user: OUTSIDER, json },
      );
      await untilOneWaits();
      const made = await services.findingDesk.create(
        readFindingContent({
          entityRef: DATABASE,
          title: 'One database for all',
          category: 'shared-database',
          severity: 'high',
          likelihood: 'medium',
        }),
        [entity.id],
        { by, origin: { proposalId: Number(id) } },
        tx,
      );
      await services.proposalStore.accept(
        id,
        { findingId: String(made.id), by, at: new Date() },
        tx,
      );
      await tx.commit();

      expect(await second).toMatchObject({ status: 409 });
      expect(await get(`/analysis/proposals/${id}`)).toMatchObject({
        status: 'accepted',
        findingId: String(made.id),
        history: [{ type: 'appeared' }, { type: 'accepted', by }],
      });
      expect((await get('/findings')).totalItems).toBe(1);
    },
  );
});
