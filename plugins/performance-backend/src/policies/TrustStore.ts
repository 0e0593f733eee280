import { Knex } from 'knex';

/** How one rule of a policy has done, as last assessed. */
export interface TrustRecord {
  definitionId: string;
  ruleId: string;
  /** Of the rule. */
  title: string;
  /** What evaluation was last told. */
  trusted: boolean;
  /**
   * It was trusted when it began to block, and has blocked since. Waivers and disputes that come of
   * blocking don't undo it.
   */
  forced: boolean;
  /** See `warnSince`. */
  warnSince?: Date;
  /** When the policy is going to warn of the rule's failures, where it doesn't yet. */
  warnFrom?: Date;
  /** How many current verdicts the policy has by the rule. */
  verdicts: number;
  /** Confirmed changes between failing and not, per verdict in 14 days. */
  flipRate: number;
  /** Share of verdicts with an open or lately upheld dispute. */
  disputeRate: number;
  /** Share of verdicts with an active waiver. */
  waiverRate: number;
  assessedAt: Date;
}

/** An administrator's word that a policy may block by a rule, or by all its rules. */
export interface TrustOverride {
  definitionId: string;
  /** Absent for all rules. */
  ruleId?: string;
  reason: string;
  by: string;
  at: Date;
}

/** How far policies are trusted. */
export interface TrustStore {
  list(filter: { definitionId?: string }, tx?: Knex): Promise<TrustRecord[]>;
  /** Stores what was assessed, and forgets pairs that aren't among it. */
  replace(records: TrustRecord[]): Promise<void>;

  /** Those in force. */
  listOverrides(
    filter: { definitionId?: string },
    tx?: Knex,
  ): Promise<TrustOverride[]>;
  /** @returns whether there was none in force. */
  addOverride(override: TrustOverride): Promise<boolean>;
  /** @returns whether one was in force. */
  removeOverride(
    override: Pick<TrustOverride, 'definitionId' | 'ruleId'>,
    removal: { by: string; at: Date },
  ): Promise<boolean>;
}
