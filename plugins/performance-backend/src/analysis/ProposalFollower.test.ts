import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import { CATALOG, related, startAnalysed } from './__testUtils__/startAnalysed';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const RESOLVER = 'user:default/resolver';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'what becomes of a proposal with its finding on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    let proposalId: string;
    const get = getFrom(() => performance);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      performance = await startAnalysed(knex);
      await run('2026-11-23T12:01:00Z');
      const { items } = await get('/analysis/proposals', {
        rule: 'shared-database',
      });
      proposalId = items[0].id;
    });

    afterEach(async () => {
      await performance.stop();
    });

    async function run(at: string) {
      performance.setNow(at);
      const { status } = await performance.call('POST', '/analysis/runs');
      expect(status).toBe(200);
    }

    const proposal = () => get(`/analysis/proposals/${proposalId}`);

    async function makeFinding(): Promise<string> {
      const { status, body } = await performance.call(
        'POST',
        `/analysis/proposals/${proposalId}/finding`,
        { json: {} },
      );
      expect(status).toBe(201);
      return body.findingId;
    }

    async function recordFinding(): Promise<string> {
      const { body } = await performance.call('POST', '/findings', {
        json: {
          entityRef: 'resource:default/db',
          title: 'Two teams change one schema',
          category: 'shared-database',
          severity: 'high',
          likelihood: 'medium',
        },
      });
      return body.id;
    }

    async function step(id: string, json: object, user?: string) {
      const { version } = await get(`/findings/${id}`);
      const { status } = await performance.call(
        'POST',
        `/findings/${id}/status`,
        { user, json: { version, ...json } },
      );
      expect(status).toBe(200);
    }

    async function verify(id: string) {
      await step(id, { status: 'resolved' }, RESOLVER);
      await step(id, { status: 'verified' });
    }

    it('proposes again what an analysis still finds after its finding was verified', async () => {
      const id = await makeFinding();
      performance.setNow('2026-11-23T12:02:00Z');
      await step(id, { status: 'resolved' }, RESOLVER);
      await run('2026-11-23T12:03:00Z');
      expect(await proposal()).toMatchObject({ status: 'accepted' });
      performance.setNow('2026-11-23T12:04:00Z');
      await step(id, { status: 'verified' });
      // Nobody has looked since.
      expect(await proposal()).toMatchObject({
        status: 'accepted',
        findingStatus: 'verified',
      });

      await run('2026-11-23T12:05:00Z');
      const expected = {
        status: 'proposed',
        findingId: id,
        findingStatus: 'verified',
        may: { accept: true, suppress: true },
      };
      expect(await proposal()).toMatchObject(expected);
      await run('2026-11-23T12:06:00Z');
      expect(await proposal()).toMatchObject(expected);
      expect((await proposal()).history).toMatchObject([
        { type: 'appeared' },
        { type: 'accepted' },
        {
          type: 'proposed-again',
          at: '2026-11-23T12:05:00.000Z',
          note: `F-${id} was verified, and it is still found`,
        },
      ]);
      const counted = await get('/analysis/proposals', { status: 'proposed' });
      expect(counted.items.map((item: any) => item.id)).toContain(proposalId);

      // It goes on as the same finding, or as another one.
      await step(id, { status: 'open', note: 'It is still shared.' });
      expect(await proposal()).toMatchObject({ status: 'accepted' });
      await verify(id);
      await run('2026-11-23T12:07:00Z');
      const other = await makeFinding();
      expect(other).not.toBe(id);
      expect(await proposal()).toMatchObject({
        status: 'accepted',
        findingId: other,
        findingStatus: 'open',
      });
    });

    it('proposes again what comes back after its finding was verified', async () => {
      const id = await makeFinding();
      await verify(id);
      performance.setCatalog(
        CATALOG.map(entity =>
          entity.metadata.name === 'db' ? related('db') : entity,
        ),
      );
      await performance.services.catalogProjection.sweep();
      await performance.services.catalogProjection.sweep();
      await run('2026-11-23T12:05:00Z');
      performance.setCatalog(CATALOG);
      await performance.services.catalogProjection.sweep();
      await run('2026-11-23T12:06:00Z');
      expect(await proposal()).toMatchObject({
        status: 'proposed',
        findingId: id,
      });
      expect((await proposal()).history).toMatchObject([
        { type: 'appeared' },
        { type: 'accepted' },
        { type: 'gone' },
        { type: 'returned' },
        { type: 'proposed-again' },
      ]);
    });

    it('suppresses what was an invalid finding, for its reason', async () => {
      const id = await makeFinding();
      const note = 'Each team has a schema of its own.';
      await step(id, { status: 'invalid', note }, RESOLVER);
      await run('2026-11-23T12:05:00Z');
      expect(await proposal()).toMatchObject({
        status: 'suppressed',
        suppression: { reason: `F-${id} is invalid: ${note}`, by: RESOLVER },
        may: { accept: false, unsuppress: true },
      });
      expect((await get('/analysis')).counts.suppressed).toBe(1);

      await step(id, { status: 'open', note: 'They join across them.' });
      expect(await proposal()).toMatchObject({ status: 'accepted' });
      expect(await proposal()).not.toHaveProperty('suppression');
      expect((await proposal()).history).toMatchObject([
        { type: 'appeared' },
        { type: 'accepted' },
        { type: 'suppressed', by: RESOLVER },
        { type: 'unsuppressed', note: `F-${id} isn't invalid any more` },
      ]);
    });

    it('proposes again what was a finding that is deleted', async () => {
      const id = await makeFinding();
      await performance.call('DELETE', `/findings/${id}`);
      expect(await proposal()).toMatchObject({ status: 'proposed' });
      expect(await proposal()).not.toHaveProperty('findingId');
      expect((await proposal()).history).toMatchObject([
        { type: 'appeared' },
        { type: 'accepted' },
        { type: 'proposed-again', note: `F-${id} was deleted` },
      ]);
    });

    it('follows a duplicate to the finding that goes on, and back', async () => {
      const id = await makeFinding();
      const middle = await recordFinding();
      const last = await recordFinding();
      await step(id, { status: 'duplicate', duplicateOf: middle });
      expect(await proposal()).toMatchObject({
        status: 'accepted',
        findingId: middle,
      });
      await step(middle, { status: 'duplicate', duplicateOf: last });
      expect(await proposal()).toMatchObject({ findingId: last });
      await verify(last);
      await run('2026-11-23T12:05:00Z');
      expect(await proposal()).toMatchObject({
        status: 'proposed',
        findingId: last,
      });

      await step(middle, { status: 'open', note: 'It is another schema.' });
      expect(await proposal()).toMatchObject({
        status: 'accepted',
        findingId: middle,
      });
      await step(middle, { status: 'invalid', note: 'There is no such one.' });
      expect(await proposal()).toMatchObject({ status: 'suppressed' });
      await step(id, { status: 'open', note: 'It is no duplicate at all.' });
      expect(await proposal()).toMatchObject({
        status: 'accepted',
        findingId: id,
      });
      expect((await proposal()).history).toContainEqual(
        expect.objectContaining({
          type: 'followed',
          note: `F-${id} is a duplicate of F-${middle}`,
        }),
      );
    });
  },
);
