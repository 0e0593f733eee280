import {
  Definition,
  DefinitionProblem,
  EntityFact,
  GateErrorBudgetAction,
  GovernanceFacts,
} from '@perf-governance/plugin-performance-common';

/** What there is to judge by without a server. */
export interface Knowledge {
  subject: EntityFact;
  definitions: Definition[];
  problems: DefinitionProblem[];
  /**
   * Groups, systems and domains that the subject's owner, system and domain chains name but that
   * nothing is known of. What depends on them can't be judged.
   */
  unknownRefs: string[];
  /** Besides evidence; absent where nothing was pulled. */
  facts?: GovernanceFacts;
  /** What error-budget policies asked for when it was pulled; absent where nothing was pulled. */
  errorBudgetActions?: { actions: GateErrorBudgetAction[]; pulledAt: Date };
  /** Where it comes from, for people. */
  origin: string;
}
