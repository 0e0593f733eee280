import {
  components,
  Labels,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { CurrentVerdict } from '../verdicts/VerdictReader';
import { VerdictKey } from '../verdicts/VerdictStore';

export type DisputeStatus = components['schemas']['DisputeStatus'];

/** Somebody says that a verdict is wrong. */
export interface Dispute {
  id: string;
  status: DisputeStatus;
  key: VerdictKey;
  entityId: number;
  ruleId: string;
  environment: string;
  labels: Labels;
  /** What the verdict was when it was disputed. */
  title: string;
  state: VerdictState;
  value?: number;
  reason: string;
  /** A principal, mostly a user ref. */
  by: string;
  at: Date;
  /** `by` is empty where nobody but the verdict's end settled it. */
  resolution?: { by: string; at: Date; note: string };
}

/** A filter and a page of disputes. Values of one filter are alternatives. */
export interface DisputeQuery {
  key?: VerdictKey;
  entityRef?: string;
  status?: DisputeStatus[];
  /** Refs; what a group's child groups own counts. */
  owner?: string[];
  ruleId?: string;
  limit: number;
  offset: number;
}

/** What people say against verdicts. */
export interface DisputeStore {
  /** @returns undefined where the person has an open one of the verdict already. */
  add(
    dispute: { verdict: CurrentVerdict; reason: string; by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<Dispute | undefined>;
  get(id: string, tx?: Knex.Transaction): Promise<Dispute | undefined>;
  /** Only what the caller may see: open ones first, then the newest first. */
  list(
    query: DisputeQuery,
    access: Access,
  ): Promise<{ items: Dispute[]; totalItems: number }>;
  /** @returns undefined where it isn't open any more. */
  resolve(
    id: string,
    resolution: {
      outcome: 'upheld' | 'rejected';
      by: string;
      at: Date;
      note: string;
    },
    tx: Knex.Transaction,
  ): Promise<Dispute | undefined>;
  /**
   * Ends the open ones of verdicts that are gone.
   *
   * @returns those it ended.
   */
  retire(
    keys: VerdictKey[],
    end: { at: Date; note: string },
    tx: Knex.Transaction,
  ): Promise<Dispute[]>;
  /** How many are open, by `<rule id>.<subject id>`; without those that have none. */
  countOpen(keys: VerdictKey[]): Promise<Map<string, number>>;
}
