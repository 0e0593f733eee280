import {
  ScorecardResult,
  ScorecardRuleResult,
  VERDICT_STATES,
  VerdictState,
} from '@perf-governance/plugin-performance-common';

/** What the results of many entities on one scorecard share. */
export interface ScorecardShape {
  name: string;
  title: string;
  levels: ScorecardResult['levels'];
  rules: Omit<ScorecardRuleResult, 'state' | 'holds' | 'waived' | 'reason'>[];
}

/** What is left of one entity's result. Numbers are places of rules in the shape. */
export interface ScorecardStandingColumns {
  /** A letter a rule; see {@link LETTERS}. */
  states: string;
  reasons: Record<number, string>;
  nextSteps: number[];
}

/** Upper case where waived. */
const LETTERS: Record<VerdictState, string> = {
  pass: 'p',
  warn: 'w',
  fail: 'f',
  'no-data': 'n',
  'not-applicable': 'a',
};

const STATES = new Map(VERDICT_STATES.map(state => [LETTERS[state], state]));

/** Letters of rules that aren't reached. */
export const MISSING_LETTERS = ['f', 'n', 'F', 'N'];

/** Letters of rules that aren't reached, and that a waiver allows for. */
export const WAIVED_LETTERS = ['F', 'N'];

/**
 * Keys of rules in their order. A rule may be part of several levels, and of one level several times,
 * for other environments.
 */
export function ruleKeys(rules: { ruleId: string; level: string }[]): string[] {
  const seen = new Map<string, number>();
  return rules.map(({ ruleId, level }) => {
    const key = `${level} ${ruleId}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key} ${count}`;
  });
}

export function shapeOf(result: ScorecardResult): ScorecardShape {
  const { name, title, levels, rules } = result;
  return {
    name,
    title,
    levels,
    rules: rules.map(rule => ({
      ruleId: rule.ruleId,
      title: rule.title,
      level: rule.level,
      weight: rule.weight,
      fix: rule.fix,
      guide: rule.guide,
    })),
  };
}

/** Whether {@link shapeOf} would give the same. */
export function isOfShape(
  result: ScorecardResult,
  shape: ScorecardShape,
): boolean {
  return (
    result.name === shape.name &&
    result.title === shape.title &&
    result.levels.length === shape.levels.length &&
    result.levels.every(
      ({ name, title }, rank) =>
        name === shape.levels[rank].name && title === shape.levels[rank].title,
    ) &&
    result.rules.length === shape.rules.length &&
    result.rules.every((rule, place) => {
      const other = shape.rules[place];
      return (
        rule.ruleId === other.ruleId &&
        rule.title === other.title &&
        rule.level === other.level &&
        rule.weight === other.weight &&
        rule.fix === other.fix &&
        rule.guide === other.guide
      );
    })
  );
}

/** What of a result isn't in its shape, apart from level and score. */
export function standingOf({
  rules,
  nextSteps,
}: ScorecardResult): ScorecardStandingColumns {
  const reasons: Record<number, string> = {};
  const places = new Map<ScorecardRuleResult, number>();
  let states = '';
  for (const [place, rule] of rules.entries()) {
    const letter = LETTERS[rule.state];
    states += rule.waived ? letter.toUpperCase() : letter;
    if (rule.reason !== undefined) {
      reasons[place] = rule.reason;
    }
    places.set(rule, place);
  }
  return {
    states,
    reasons,
    nextSteps: nextSteps.flatMap(rule => places.get(rule) ?? []),
  };
}

/** Puts a rule's result together again. */
export function joinRule(
  shape: ScorecardShape,
  standing: ScorecardStandingColumns,
  place: number,
): ScorecardRuleResult {
  const letter = standing.states[place];
  const state = STATES.get(letter.toLowerCase());
  if (!state) {
    throw new Error(`'${letter}' stands for no state`);
  }
  return {
    ...shape.rules[place],
    state,
    holds: !MISSING_LETTERS.includes(letter),
    waived: letter !== letter.toLowerCase(),
    reason: standing.reasons[place],
  };
}
