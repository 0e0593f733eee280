import { ComparisonOperator } from './definition';
import { Labels, Unit } from './metric';

/** @public */
export type WaiverStatus =
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'revoked'
  | 'expired';

/**
 * An approved waiver as a fact: it holds from its approval until it expires or is revoked.
 *
 * @public
 */
export interface WaiverFact {
  id: string;
  ruleId: string;
  environment: string;
  /** Exactly these. */
  labels: Labels;
  /** ISO 8601. */
  approvedAt: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Takes the fail limit's place in the gate. */
  cap?: { operator: ComparisonOperator; value: number; unit: Unit };
}

/**
 * A waiver on a verdict, which keeps its state.
 *
 * @public
 */
export interface AppliedWaiver {
  id: string;
  /** ISO 8601. */
  until: string;
  cap?: WaiverFact['cap'];
  /** The value is beyond the cap: the waiver doesn't help. */
  exceeded: boolean;
}
