import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { jsonOf } from '../database/columns';
import { EventMessage, NotificationMessage } from './Outbox';
import { isEntityRef } from './words';

const CLAIMED_AT_ONCE = 10;

/** After this a replica that claimed messages is taken to be dead. */
const LEASE_MS = 2 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

const FIRST_BACKOFF_MS = 10_000;
const MAX_BACKOFF_MS = 60 * 60_000;

/** With the backoffs above about three days. */
const MAX_ATTEMPTS = 80;

/** Keys of notifications keep the same from being told again, e.g. a waiver's reminder. */
const KEEP_NOTIFICATIONS_MS = 400 * DAY_MS;
const KEEP_EVENTS_MS = DAY_MS;

interface OutboxRow {
  id: number;
  message_key: string;
  type: 'notification' | 'event';
  payload: string;
  attempts: number;
}

type Stored<T> = Omit<T, 'type' | 'key'>;

/**
 * Sends what the outbox holds, at least once. Any number of replicas may do so at the same time: each
 * takes its own messages, and those of a killed one when its lease is over.
 */
export class OutboxSender {
  readonly #options;

  constructor(options: {
    knex: Knex;
    notifications: NotificationService;
    events: EventsService;
    /** Differs between replicas, and between starts of one. */
    replica: string;
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Sends everything that is due; what fails is tried again later. */
  async sendDue(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const rows = await this.#claim();
      for (const row of rows) {
        if (signal?.aborted) {
          return;
        }
        await this.#send(row);
      }
      if (rows.length === 0) {
        return;
      }
    }
  }

  /** Forgets what was sent long ago. */
  async prune(): Promise<void> {
    const { knex, clock } = this.#options;
    const now = clock().getTime();
    for (const [type, kept] of [
      ['notification', KEEP_NOTIFICATIONS_MS],
      ['event', KEEP_EVENTS_MS],
    ] as const) {
      await knex('outbox')
        .where({ type })
        .where('sent_at', '<', now - kept)
        .delete();
    }
  }

  async #claim(): Promise<OutboxRow[]> {
    const { knex, replica, clock } = this.#options;
    const now = clock().getTime();
    return knex.transaction(async tx => {
      // Relies on outbox_due_idx.
      const due = tx<OutboxRow>('outbox')
        .whereNull('sent_at')
        .where('due_at', '<=', now)
        .where(free =>
          free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
        )
        .orderBy(['due_at', 'id'])
        .limit(CLAIMED_AT_ONCE);
      if (knex.client.config.client === 'pg') {
        due.forUpdate().skipLocked();
      }
      const rows = await due;
      await tx('outbox')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .update({
          claimed_by: replica,
          claimed_until: now + LEASE_MS,
          attempts: tx.raw('attempts + 1'),
        });
      return rows;
    });
  }

  async #send(row: OutboxRow): Promise<void> {
    const { logger, clock } = this.#options;
    try {
      if (row.type === 'notification') {
        await this.#notify(row.message_key, jsonOf(row.payload));
      } else {
        await this.#publish(jsonOf(row.payload));
      }
    } catch (error) {
      const attempts = row.attempts + 1;
      const backoff = Math.min(
        FIRST_BACKOFF_MS * 2 ** (attempts - 1),
        MAX_BACKOFF_MS,
      );
      const isGivenUp = attempts >= MAX_ATTEMPTS;
      logger.warn(
        `Could not send ${row.message_key}, ${
          isGivenUp
            ? `given up after ${attempts} attempts`
            : `tried again in ${backoff / 1000} s`
        }: ${stringifyError(error)}`,
      );
      const now = clock().getTime();
      await this.#release(row, {
        due_at: now + backoff,
        last_error: stringifyError(error),
        ...(isGivenUp && { sent_at: now }),
      });
      return;
    }
    await this.#release(row, { sent_at: clock().getTime(), last_error: null });
  }

  /** What another replica took meanwhile is its own. */
  async #release(row: OutboxRow, update: object): Promise<void> {
    const { knex, replica } = this.#options;
    await knex('outbox')
      .where({ id: row.id, claimed_by: replica })
      .update({ ...update, claimed_by: null, claimed_until: null });
  }

  async #notify(
    key: string,
    message: Stored<NotificationMessage>,
  ): Promise<void> {
    const { notifications } = this.#options;
    const { to, except, topic, title, description, link, severity } = message;
    const entityRef = [
      ...new Set([
        ...(to.refs ?? []).filter(isEntityRef),
        ...(await this.#ownersOf(to.ownersOf ?? [])),
      ]),
    ];
    if (entityRef.length === 0) {
      return;
    }
    await notifications.send({
      recipients: {
        type: 'entity',
        entityRef,
        ...(except && { excludeEntityRef: except.filter(isEntityRef) }),
      },
      // Backstage shows one notification per user and scope.
      payload: { title, description, link, severity, topic, scope: key },
    });
  }

  async #ownersOf(entityRefs: string[]): Promise<string[]> {
    const rows: { owner_ref: string }[] = await this.#options
      .knex('entities')
      .whereIn('entity_ref', entityRefs)
      .whereNull('retired_at')
      .whereNotNull('owner_ref')
      .distinct('owner_ref')
      .orderBy('owner_ref');
    return rows.map(row => row.owner_ref);
  }

  async #publish({ topic, payloads }: Stored<EventMessage>): Promise<void> {
    for (const eventPayload of payloads) {
      await this.#options.events.publish({ topic, eventPayload });
    }
  }
}
