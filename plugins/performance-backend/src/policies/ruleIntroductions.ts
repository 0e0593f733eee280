import {
  checkRuleId,
  Definition,
  sloRuleId,
} from '@perf-governance/plugin-performance-common';
import { DatedDefinition } from './selectVersions';

/** What of a rule tells which definitions make it. */
export interface DefinedRule {
  ruleId: string;
  /** Of budgets, else empty. */
  metric: string;
  statistic: string;
}

/**
 * Since when a rule has been defined here, by whichever definition in force came first.
 *
 * @param versions - of budgets, checks and SLOs, oldest first.
 */
export function introductionOf(
  rule: DefinedRule,
  versions: Iterable<DatedDefinition[]>,
): Date | undefined {
  let first: Date | undefined;
  for (const ofDefinition of versions) {
    const made = ofDefinition.find(({ definition }) => makes(definition, rule));
    if (made && (!first || made.createdAt < first)) {
      first = made.createdAt;
    }
  }
  return first;
}

function makes(definition: Definition, rule: DefinedRule): boolean {
  switch (definition.kind) {
    case 'Check':
      return checkRuleId(definition.metadata.name) === rule.ruleId;
    case 'Budget':
      return (
        definition.spec.metric === rule.metric &&
        definition.spec.statistic === rule.statistic
      );
    case 'SLO': {
      const ruleId = sloRuleId(definition.metadata.name);
      return rule.ruleId === ruleId || rule.ruleId.startsWith(`${ruleId}:`);
    }
    default:
      return false;
  }
}
