import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { APPROVER, ARCHITECT, OWNER, STRANGER } from '../__testUtils__/people';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CART,
  findingCalls,
  PAY,
  startFindings,
} from './__testUtils__/startFindings';

jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'deletion of findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    const { call, create, step } = findingCalls(() => performance);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      performance = await startFindings(knex);
    });

    afterEach(() => performance?.stop());

    const remove = (id: string, user = APPROVER) =>
      call('DELETE', `/findings/${id}`, undefined, user);

    const get = async (id: string) =>
      (await call('GET', `/findings/${id}`)).body;

    it('takes what hangs on one with it, and its verdicts', async () => {
      const { id } = await create({
        affected: [CART],
        links: [{ type: 'adr', url: 'https://adr.example/7' }],
      });
      const kept = await create({ title: 'Another one' });
      await call('POST', `/findings/${id}/comments`, { body: 'Seen in March' });
      const verdicts = async (entityRef: string) => {
        await performance.services.reevaluations.whenIdle();
        const { body } = await performance.call('GET', '/verdicts', {
          query: { entityRef },
        });
        return body.items
          .map(({ ruleId }: any) => ruleId)
          .filter((ruleId: string) => ruleId.startsWith('finding:'));
      };
      expect((await verdicts(PAY)).sort()).toEqual(
        [`finding:${id}`, `finding:${kept.id}`].sort(),
      );
      expect(await verdicts(CART)).toEqual([`finding:${id}`]);

      expect((await remove(id)).status).toBe(204);
      expect((await call('GET', `/findings/${id}`)).status).toBe(404);
      expect((await remove(id)).status).toBe(404);
      expect(await verdicts(PAY)).toEqual([`finding:${kept.id}`]);
      expect(await verdicts(CART)).toEqual([]);
      for (const table of ['finding_links', 'finding_comments']) {
        expect([table, await knex(table)]).toEqual([table, []]);
      }
      expect(performance.audit).toContainEqual({
        eventId: 'finding-delete',
        outcome: 'success',
      });
    });

    it('needs the permission to administer', async () => {
      const { id, may } = await create();
      expect(may.delete).toBe(false);
      expect((await remove(id, ARCHITECT)).status).toBe(403);
      expect((await remove(id, OWNER)).status).toBe(403);
      expect((await remove(id, STRANGER)).status).toBe(404);
      const seen = await call('GET', `/findings/${id}`, undefined, APPROVER);
      expect(seen.body.may.delete).toBe(true);
    });

    it('ends waivers on it', async () => {
      const request = async (id: string) => {
        await performance.services.reevaluations.whenIdle();
        const { status, body } = await performance.call('POST', '/waivers', {
          json: {
            entityRef: PAY,
            ruleId: `finding:${id}`,
            environment: '*',
            reason: 'The bank is replaced in summer',
            expiresAt: '2026-04-01T00:00:00Z',
          },
          user: OWNER,
        });
        expect(status).toBe(201);
        return body.id;
      };
      const accepted = await create();
      const asked = await create({ title: 'Another one' });
      const other = await create({ title: 'One that stays' });
      const approved = await request(accepted.id);
      const requested = await request(asked.id);
      const left = await request(other.id);
      await performance.call('POST', '/waivers/decisions', {
        json: { ids: [approved], decision: 'approve' },
      });
      expect(await get(accepted.id)).toMatchObject({ status: 'risk-accepted' });

      await remove(accepted.id);
      await remove(asked.id);
      const waiver = async (id: string) =>
        (await performance.call('GET', `/waivers/${id}`)).body;
      expect(await waiver(approved)).toMatchObject({
        status: 'revoked',
        end: { by: APPROVER, reason: `F-${accepted.id} was deleted` },
      });
      expect(await waiver(requested)).toMatchObject({
        status: 'withdrawn',
        end: { by: APPROVER, reason: `F-${asked.id} was deleted` },
      });
      expect(await waiver(left)).toMatchObject({ status: 'requested' });
    });

    it('opens its duplicates again', async () => {
      const original = await create();
      const duplicate = await create({ title: 'The same in other words' });
      await step(duplicate.id, 'duplicate', { duplicateOf: original.id });
      await remove(original.id);
      const opened = await get(duplicate.id);
      expect(opened).toMatchObject({ status: 'open' });
      expect(opened).not.toHaveProperty('duplicateOf');
      const { body } = await call('GET', `/findings/${duplicate.id}/history`);
      expect(body.items[0]).toMatchObject({
        type: 'reopened',
        by: APPROVER,
        note: `F-${original.id}, which it was a duplicate of, was deleted`,
      });
    });
  },
);
