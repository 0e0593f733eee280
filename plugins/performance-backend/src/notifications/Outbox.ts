import { NotificationSeverity } from '@backstage/plugin-notifications-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';

/** What people may switch off one by one in their notification settings. */
type NotificationTopic =
  | 'verdicts'
  | 'policies'
  | 'waivers'
  | 'disputes'
  | 'break-glass'
  | 'error-budgets'
  | 'findings'
  | 'reviews'
  | 'digest';

/** Something to tell people. */
export interface NotificationMessage {
  type: 'notification';
  /**
   * Names what is told, e.g. `waiver-approved:<id>`. A second message with the same key is dropped, and
   * one that is sent twice is shown once.
   */
  key: string;
  to: {
    /** Full refs of users and groups; a group stands for its members and those of its child groups. */
    refs?: string[];
    /**
     * Full refs of entities, whose owners are meant, as they are when the message is sent; nobody where
     * the entity is gone.
     */
    ownersOf?: string[];
  };
  /** Refs of users who needn't be told, for they did it. */
  except?: string[];
  topic: NotificationTopic;
  title: string;
  description?: string;
  /** A path of the app, e.g. of `entityLink`, or a URL. */
  link?: string;
  severity: NotificationSeverity;
}

/** Something to tell other plugins: that something changed, never the only copy of what. */
export interface EventMessage {
  type: 'event';
  key: string;
  topic: string;
  /** An event each. */
  payloads: JsonObject[];
}

export type OutboxMessage = NotificationMessage | EventMessage;

/**
 * Messages that are stored together with the change they tell of, so that both are stored or neither,
 * and sent at least once afterwards.
 */
export interface Outbox {
  add(tx: Knex.Transaction, messages: OutboxMessage[]): Promise<void>;
}
