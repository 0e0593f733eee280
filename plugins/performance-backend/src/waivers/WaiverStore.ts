import {
  components,
  Labels,
  WaiverFact,
  WaiverStatus,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';

/** What a waiver is bound to: one rule for one subject. */
export interface WaiverSubject {
  entityId: number;
  /** E.g. `budget:http.request.duration:p95`. */
  ruleId: string;
  environment: string;
  /** Exactly these. */
  labels: Labels;
}

export interface NewWaiver extends WaiverSubject {
  /** Of the rule. */
  title: string;
  reason: string;
  compensatingControl?: string;
  cap?: WaiverFact['cap'];
  /** A principal, mostly a user ref. */
  requestedBy: string;
  requestedAt: Date;
  expiresAt: Date;
}

/** A request for an exception, and what became of it. */
export interface Waiver extends NewWaiver {
  id: string;
  entityRef: string;
  /** As stored: `approved` until {@link WaiverStore.end} says otherwise, whatever the time. */
  status: WaiverStatus;
  decision?: { by: string; at: Date; note?: string };
  /** Of an approved one, or of a request that nobody decided; without `by` where time did it. */
  end?: { by?: string; at: Date; reason?: string };
}

/** What happened to a waiver. */
export interface WaiverEvent {
  status: WaiverStatus;
  at: Date;
  by?: string;
  note?: string;
}

/** A filter and a page of waivers. Values of one filter are alternatives. */
export interface WaiverQuery {
  entityRef?: string;
  status?: WaiverStatus[];
  /** Refs; what a group's child groups own counts. */
  owner?: string[];
  ruleId?: string;
  requestedBy?: string[];
  expiresBefore?: string;
  /** Part of the entity's ref or title, of the rule's title or of the reason. */
  q?: string;
  sort: 'requestedAt' | 'expiresAt' | 'entity' | 'status' | 'title';
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

export type WaiverCounts = components['schemas']['WaiverCounts'];
export type WaiverDebt = components['schemas']['WaiverDebt'];

/** Waivers in all their states. What time has ended counts as expired, recorded or not. */
export interface WaiverStore {
  /** @returns undefined where there is a requested or active one for the subject. */
  add(waiver: NewWaiver, tx: Knex.Transaction): Promise<Waiver | undefined>;
  get(id: string, tx?: Knex.Transaction): Promise<Waiver | undefined>;
  events(id: string): Promise<WaiverEvent[]>;
  /** Only what the caller may see; `counts` are apart from the filter by status. */
  list(
    query: WaiverQuery,
    access: Access,
    now: Date,
  ): Promise<{ items: Waiver[]; totalItems: number; counts: WaiverCounts }>;
  /** Per nearest owner, the longest waived first. */
  debt(
    filter: { owner?: string[] },
    access: Access,
    now: Date,
  ): Promise<WaiverDebt[]>;
  /**
   * Decides on a request, and records it.
   *
   * @returns undefined where it isn't a request any more.
   */
  decide(
    id: string,
    decision: {
      status: 'approved' | 'rejected';
      by: string;
      at: Date;
      note?: string;
    },
    tx: Knex.Transaction,
  ): Promise<Waiver | undefined>;
  /**
   * Ends a request or an active waiver, and records it.
   *
   * @returns undefined where it hasn't the status `from` any more.
   */
  end(
    id: string,
    end: {
      from: ('requested' | 'approved')[];
      status: 'withdrawn' | 'revoked' | 'expired';
      by?: string;
      at: Date;
      reason?: string;
    },
    tx: Knex.Transaction,
  ): Promise<Waiver | undefined>;
  /** Requested or active ones by a rule. */
  listOpen(ruleId: string, tx: Knex.Transaction): Promise<Waiver[]>;
  /** Requested or active ones whose time is over. */
  listDue(now: Date): Promise<Waiver[]>;
  /**
   * Requested or active ones of entities that the catalog no longer has, or that nothing judges by the
   * rule any more.
   */
  listOrphans(): Promise<Waiver[]>;
}
