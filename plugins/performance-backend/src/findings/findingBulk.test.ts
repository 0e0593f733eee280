import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { ARCHITECT, OWNER } from '../__testUtils__/people';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CART,
  findingCalls,
  startFindings,
} from './__testUtils__/startFindings';

jest.setTimeout(120_000);

const ANN = 'user:default/ann';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'changes of many findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    const { call, create, step } = findingCalls(() => performance);

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      performance = await startFindings(knex);
    });

    beforeEach(async () => {
      await performance.services.reevaluations.whenIdle();
      await knex('findings').delete();
      await knex('outbox').delete();
      performance.audit.length = 0;
    });

    afterAll(() => performance?.stop());

    const changeAll = async (ids: string[], change: object, user?: string) =>
      (await call('POST', '/finding-changes', { ids, change }, user)).body
        .items;

    const told = async () => {
      performance.notifications.length = 0;
      await performance.services.notificationDuties.send();
      return performance.notifications
        .map(({ recipients, payload: { title, description } }) => ({
          title,
          description,
          to: recipients.type === 'entity' && recipients.entityRef,
        }))
        .sort((a, b) => a.title.localeCompare(b.title));
    };

    it('are told in one message for each whom they concern', async () => {
      const made: string[] = [];
      for (const [title, entityRef] of [
        ['First of pay'],
        ['Second of pay'],
        ['First of cart', CART],
      ]) {
        const finding = await create({
          title,
          ...(entityRef && { entityRef }),
        });
        made.push(finding.id);
      }
      const [first, second, third] = made;
      await told();

      await changeAll(made, { owner: ANN, dueDate: '2026-05-01' });
      expect(await told()).toEqual([
        {
          title: '3 findings for you to see to',
          description: `F-${first} First of pay, F-${second} Second of pay and F-${third} First of cart. By architect.`,
          to: [ANN],
        },
      ]);

      await changeAll(made, { owner: null });
      expect((await told()).map(({ title, to }) => [title, to])).toEqual([
        ['2 findings of pay', ['group:default/payments']],
        [`Finding: F-${third} First of cart`, ['group:default/shop']],
      ]);

      await changeAll(
        [first, second],
        { status: 'resolved', note: 'It is in' },
        OWNER,
      );
      expect(await told()).toEqual([
        {
          title: '2 findings to verify',
          description: `F-${first} First of pay and F-${second} Second of pay. It is in. By owner.`,
          to: [ARCHITECT],
        },
      ]);
    });

    it('keep what was done where some are refused', async () => {
      const one = await create();
      const resolved = await create();
      await step(resolved.id, 'resolved');
      const another = await create();
      const original = await create({ entityRef: CART });
      const unknown = '999999';
      performance.audit.length = 0;
      const items = await changeAll(
        [one.id, `F-${one.id}`, resolved.id, unknown, another.id, original.id],
        { status: 'duplicate', duplicateOf: original.id, effort: 'small' },
      );
      expect(items).toEqual([
        { id: one.id, outcome: 'changed' },
        { id: `F-${one.id}`, outcome: 'changed' },
        { id: resolved.id, outcome: 'changed' },
        {
          id: unknown,
          outcome: 'refused',
          message: expect.stringContaining(unknown),
        },
        { id: another.id, outcome: 'changed' },
        {
          id: original.id,
          outcome: 'refused',
          message: expect.stringContaining("can't be a duplicate of itself"),
        },
      ]);
      const { body: left } = await call('GET', `/findings/${original.id}`);
      expect(left).toMatchObject({ status: 'open', version: 1 });
      expect(left).not.toHaveProperty('effort');
      const { body: done } = await call('GET', `/findings/${one.id}`);
      expect(done).toMatchObject({ status: 'duplicate', effort: 'small' });
      expect(performance.audit.map(({ outcome }) => outcome)).toEqual([
        'success',
        'success',
        'success',
        'fail',
        'success',
        'fail',
      ]);
    });

    it('go one after the other where two people make them at once', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 10; n += 1) {
        ids.push((await create()).id);
      }
      const answers = await Promise.all([
        changeAll(ids, { effort: 'small' }),
        changeAll([...ids].reverse(), { effort: 'large' }),
      ]);
      const outcomes = answers.flatMap(items =>
        items.map(({ outcome }: any) => outcome),
      );
      expect(
        outcomes.filter(outcome => outcome === 'changed').length,
      ).toBeGreaterThanOrEqual(10);
      for (const { id, version } of await knex('findings').select()) {
        const changes = answers.flatMap(items =>
          items.filter(
            (item: any) => item.id === String(id) && item.outcome === 'changed',
          ),
        );
        expect(version).toBe(1 + changes.length);
      }
    });
  },
);
