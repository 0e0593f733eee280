import { EntitySelector, Layer } from './definition';
import { RuleSelector } from './scorecard';

/**
 * What comes of a failure: nothing but its being shown, a notification, a warning of the gate, or
 * a closed gate.
 *
 * @public
 */
export type Stage = 'observe' | 'notify' | 'warn' | 'block';

/**
 * Weakest first.
 *
 * @public
 */
export const STAGES: readonly Stage[] = ['observe', 'notify', 'warn', 'block'];

/** @public */
export interface PolicyStage {
  stage: Stage;
  /** ISO 8601; absent means from ever. */
  from?: string;
  /** Only this part of what the policy applies to. */
  for?: EntitySelector;
}

/**
 * Which rules hold for which part of the catalog, and what comes of failing them, when.
 *
 * @public
 */
export interface PolicySpec {
  appliesTo?: EntitySelector;
  rules: (RuleSelector | { scorecard: string })[];
  /** In the order they take effect for an entity. At least one. */
  stages: PolicyStage[];
  evidence?: {
    /** Tightens the rules' own. Seconds. */
    maxAgeSeconds?: number;
    /** Whether missing evidence closes the gate at stage `block`; true unless given. */
    required?: boolean;
  };
  /** What has once been reached is kept, give or take. */
  ratchet?: {
    /** Ratio, e.g. 0.05. */
    tolerance: number;
  };
}

/**
 * One policy's part in the stage of a verdict, outermost layer first.
 *
 * @public
 */
export interface PolicyContribution {
  definitionId: string;
  name: string;
  title?: string;
  layer: Layer;
  /** What it asks for now; absent before its first date. */
  stage?: Stage;
  /** ISO 8601: since when it asks for that. */
  from?: string;
  /** What it will ask for next. */
  next?: { stage: Stage; at: string };
  /**
   * It `sets` the stage in force; is `overruled` by a stronger one; has `no-effect` because it is
   * weaker than what an outer layer asks; or is `withheld`: it asks for `block`, which its rule
   * isn't trusted for yet, so that it counts as `warn`.
   */
  effect: 'sets' | 'overruled' | 'no-effect' | 'withheld' | 'not-yet';
}

/**
 * What comes of a verdict.
 *
 * @public
 */
export interface Enforcement {
  stage: Stage;
  /** Id of the policy that set it; absent where none applies and the default holds. */
  definitionId?: string;
  /** The next change of stage, as far as policies in force tell. */
  next?: { stage: Stage; at: string; definitionId: string };
  /** Whether `no-data` closes the gate at stage `block`. */
  requireEvidence: boolean;
  story: PolicyContribution[];
}

/**
 * Whether a policy may block by a rule yet.
 *
 * @public
 */
export interface RuleTrust {
  definitionId: string;
  /** By any rule unless given. */
  ruleId?: string;
  trusted: boolean;
  /** ISO 8601: when it will be trusted if it goes on as it does. Unknown unless given. */
  from?: string;
}
