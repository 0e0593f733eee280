import {
  CheckDefinition,
  components,
  Definition,
  scorecardRuleId,
  ScorecardSpec,
} from '@perf-governance/plugin-performance-common';
import { ruleKeys } from './scorecardShape';
import { RuleStanding } from './ScorecardStore';

/** The rules of a scorecard in its order, also those that no entity has a result for. */
export function scorecardRulesToApi(
  spec: ScorecardSpec,
  standings: Map<string, RuleStanding>,
  definitions: Definition[],
): components['schemas']['ScorecardDetail']['rules'] {
  const checks = new Map<string, CheckDefinition>();
  for (const definition of definitions) {
    const { name } = definition.metadata;
    // The outermost layer comes first.
    if (definition.kind === 'Check' && !checks.has(name)) {
      checks.set(name, definition);
    }
  }
  const rules = spec.levels.flatMap(({ name: level, rules: ofLevel }) =>
    ofLevel.map(rule => ({
      ruleId: scorecardRuleId(rule),
      level,
      weight: rule.weight,
      check: 'check' in rule ? checks.get(rule.check) : undefined,
    })),
  );
  const keys = ruleKeys(rules);
  return rules.map(({ check, ...rule }, place) => {
    const standing = standings.get(keys[place]);
    return {
      ...rule,
      title: standing?.title ?? check?.metadata.title ?? rule.ruleId,
      holds: standing?.holds ?? 0,
      missing: standing?.missing ?? 0,
      waived: standing?.waived ?? 0,
      rationale: check?.spec.rationale,
      fix: check?.spec.fix,
      guide: check?.spec.guide,
    };
  });
}
