import { ScorecardRule, Verdict } from '../model';
import { checkRuleId, isInEnvironments, selectsRule } from './selectsRule';

/** Verdicts of one entity, found without looking at all of them for each rule. */
export class VerdictsByRule {
  readonly #all: readonly Verdict[];
  readonly #byRuleId = new Map<string, Verdict[]>();
  readonly #byMetric = new Map<string, Verdict[]>();
  readonly #slos: Verdict[] = [];
  readonly #findings: Verdict[] = [];

  constructor(verdicts: readonly Verdict[]) {
    this.#all = verdicts;
    for (const verdict of verdicts) {
      if (verdict.kind === 'budget') {
        add(this.#byMetric, verdict.metric, verdict);
      } else if (verdict.kind === 'slo') {
        this.#slos.push(verdict);
      } else if (verdict.kind === 'finding') {
        this.#findings.push(verdict);
      } else {
        add(this.#byRuleId, verdict.ruleId, verdict);
      }
    }
  }

  /** @returns A new array. */
  selectedBy(rule: ScorecardRule): Verdict[] {
    const environments =
      'budget' in rule ? rule.budget.environments : undefined;
    return this.#candidates(rule).filter(
      verdict =>
        selectsRule(rule, verdict) &&
        isInEnvironments(environments, verdict.subject.environment),
    );
  }

  #candidates(rule: ScorecardRule): readonly Verdict[] {
    if ('slo' in rule) {
      return this.#slos;
    }
    if ('finding' in rule) {
      return this.#findings;
    }
    const name = 'check' in rule ? rule.check : rule.budget.metric;
    if (name.endsWith('*')) {
      return this.#all;
    }
    return (
      ('check' in rule
        ? this.#byRuleId.get(checkRuleId(name))
        : this.#byMetric.get(name)) ?? []
    );
  }
}

function add(
  groups: Map<string, Verdict[]>,
  key: string,
  verdict: Verdict,
): void {
  const group = groups.get(key);
  if (group) {
    group.push(verdict);
  } else {
    groups.set(key, [verdict]);
  }
}
