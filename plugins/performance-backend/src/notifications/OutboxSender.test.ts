import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import knexFactory, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseOutbox } from './DatabaseOutbox';
import { NotificationMessage } from './Outbox';
import { OutboxSender } from './OutboxSender';

const START = new Date('2026-11-22T12:00:00Z').getTime();
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

function message(
  key: string,
  more: Partial<NotificationMessage> = {},
): NotificationMessage {
  return {
    type: 'notification',
    key,
    to: { refs: ['group:default/payments'] },
    topic: 'verdicts',
    title: `Title of ${key}`,
    severity: 'normal',
    ...more,
  };
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'OutboxSender on %s',
  id => {
    const databases = createTestDatabases();
    let knex: Knex;
    let now: number;
    const clock = () => new Date(now);
    const sent: NotificationSendOptions[] = [];
    const logger = mockServices.logger.mock();
    const events = mockServices.events.mock();

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrateTestDatabase(knex);
      now = START;
      sent.length = 0;
    });
    afterEach(() => jest.clearAllMocks());

    function createSender(
      replica: string,
      options: {
        knex?: Knex;
        send?: (notification: NotificationSendOptions) => Promise<void>;
      } = {},
    ) {
      return new OutboxSender({
        knex: options.knex ?? knex,
        notifications: {
          send:
            options.send ??
            (async notification => {
              sent.push(notification);
            }),
        },
        events,
        replica,
        clock,
        logger,
      });
    }

    async function add(...messages: NotificationMessage[]) {
      const outbox = new DatabaseOutbox({ notify: true, clock });
      await knex.transaction(tx => outbox.add(tx, messages));
    }

    const scopes = () => sent.map(({ payload }) => payload.scope);

    it('sends what is due, once for each key', async () => {
      await add(message('b'), message('a'));
      await add(message('a', { title: 'Again' }));
      const sender = createSender('one');
      await sender.sendDue();
      await sender.sendDue();
      expect(sent).toEqual(
        ['a', 'b'].map(key => ({
          recipients: { type: 'entity', entityRef: ['group:default/payments'] },
          payload: {
            title: `Title of ${key}`,
            description: undefined,
            link: undefined,
            severity: 'normal',
            topic: 'verdicts',
            scope: key,
          },
        })),
      );
    });

    it('stores nothing where the transaction fails', async () => {
      const outbox = new DatabaseOutbox({ notify: true, clock });
      await expect(
        knex.transaction(async tx => {
          await outbox.add(tx, [message('a')]);
          throw new Error('The disk is full');
        }),
      ).rejects.toThrow('The disk is full');
      await createSender('one').sendDue();
      expect(sent).toEqual([]);
    });

    it('keeps long keys apart within what Backstage stores of a scope', async () => {
      const long = 'x'.repeat(300);
      await add(message(`${long}1`), message(`${long}2`));
      await createSender('one').sendDue();
      expect(new Set(scopes()).size).toBe(2);
      expect(scopes().map(scope => scope?.length)).toEqual([255, 255]);
    });

    it('tells owners as they are when it is sent, and leaves out who did it', async () => {
      await knex('entities').insert(
        [
          {
            name: 'pay',
            owner_ref: 'group:default/ordering',
            retired_at: null,
          },
          { name: 'gone', owner_ref: 'group:default/old', retired_at: START },
          { name: 'nobody', owner_ref: null, retired_at: null },
        ].map(row => ({
          ...row,
          entity_ref: `component:default/${row.name}`,
          kind: 'component',
          namespace: 'default',
          fact: '{}',
          fact_hash: row.name,
          version: 1,
        })),
      );
      await add(
        message('a', {
          to: {
            refs: ['user:default/jo', 'external:pipeline'],
            ownersOf: ['pay', 'gone', 'nobody'].map(
              name => `component:default/${name}`,
            ),
          },
          except: ['user:default/kim', 'external:pipeline'],
        }),
        message('b', { to: { ownersOf: ['component:default/gone'] } }),
      );
      await createSender('one').sendDue();
      expect(sent.map(({ recipients }) => recipients)).toEqual([
        {
          type: 'entity',
          entityRef: ['user:default/jo', 'group:default/ordering'],
          excludeEntityRef: ['user:default/kim'],
        },
      ]);
    });

    it('tries again, less and less often, and gives up at last', async () => {
      await add(message('a'));
      let calls = 0;
      const sender = createSender('one', {
        send: async () => {
          calls += 1;
          throw new Error('Request failed with status 503');
        },
      });
      await sender.sendDue();
      now = START + 9 * SECOND;
      await sender.sendDue();
      expect(calls).toBe(1);
      now = START + 10 * SECOND;
      await sender.sendDue();
      expect(calls).toBe(2);
      now = START + 29 * SECOND;
      await sender.sendDue();
      expect(calls).toBe(2);
      now = START + 30 * SECOND;
      await sender.sendDue();
      expect(calls).toBe(3);
      expect(await knex('outbox').first()).toMatchObject({
        attempts: 3,
        last_error: 'Error: Request failed with status 503',
        claimed_by: null,
      });

      for (let hours = 1; hours <= 100; hours++) {
        now = START + hours * HOUR;
        await sender.sendDue();
      }
      expect(calls).toBe(80);
      expect(logger.warn).toHaveBeenLastCalledWith(
        expect.stringContaining('given up after 80 attempts'),
      );
    });

    it('leaves to others what a killed replica took until its lease is over', async () => {
      await add(
        ...Array.from({ length: 15 }, (_, index) => message(`${index}`)),
      );
      // Killed when it has sent its first message, before it can note that.
      await new Promise<void>(resolve => {
        const killed = createSender('killed', {
          send: () => {
            resolve();
            return new Promise(() => {});
          },
        });
        killed.sendDue().catch(resolve);
      });

      const survivor = createSender('survivor');
      await survivor.sendDue();
      expect(sent).toHaveLength(5);
      now = START + 119 * SECOND;
      await survivor.sendDue();
      expect(sent).toHaveLength(5);
      now = START + 120 * SECOND;
      await survivor.sendDue();
      expect(new Set(scopes()).size).toBe(15);
      expect(sent).toHaveLength(15);
    });

    it('forgets what was sent long ago', async () => {
      const outbox = new DatabaseOutbox({ notify: true, clock });
      await add(message('a'));
      await knex.transaction(tx =>
        outbox.add(tx, [
          { type: 'event', key: 'e', topic: 'topic', payloads: [{ one: 1 }] },
        ]),
      );
      const sender = createSender('one');
      await sender.sendDue();
      expect(events.publish).toHaveBeenCalledWith({
        topic: 'topic',
        eventPayload: { one: 1 },
      });
      const keys = async () =>
        (await knex('outbox').orderBy('id')).map(row => row.message_key);
      now = START + DAY;
      await sender.prune();
      expect(await keys()).toEqual(['a', 'e']);
      now = START + DAY + 1;
      await sender.prune();
      expect(await keys()).toEqual(['a']);
      now = START + 400 * DAY + 1;
      await sender.prune();
      expect(await keys()).toEqual([]);
    });
  },
);

describe('two senders on one PostgreSQL', () => {
  const databases = createTestDatabases();

  it('send everything once between them', async () => {
    const knex = await databases.init('POSTGRES_18');
    const otherKnex = knexFactory({
      ...knex.client.config,
      pool: { min: 0, max: 10 },
    });
    await migrateTestDatabase(knex);
    const clock = () => new Date(START);
    const keys = Array.from({ length: 200 }, (_, index) => `message ${index}`);
    await knex.transaction(tx =>
      new DatabaseOutbox({ notify: true, clock }).add(
        tx,
        keys.map(key => message(key)),
      ),
    );
    const sent: string[][] = [[], []];
    await Promise.all(
      [knex, otherKnex].map((client, index) =>
        new OutboxSender({
          knex: client,
          notifications: {
            send: async ({ payload }) => {
              sent[index].push(String(payload.scope));
            },
          },
          events: mockServices.events.mock(),
          replica: `replica ${index}`,
          clock,
          logger: mockServices.logger.mock(),
        }).sendDue(),
      ),
    );
    expect(sent.flat().sort()).toEqual([...keys].sort());
    expect(sent.map(({ length }) => length > 0)).toEqual([true, true]);
    await otherKnex.destroy();
  });
});
