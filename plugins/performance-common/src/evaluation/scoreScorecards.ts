import {
  FindingSelector,
  ScorecardDefinition,
  ScorecardResult,
  ScorecardRule,
  ScorecardRuleResult,
  Verdict,
  VerdictState,
} from '../model';
import { getMetric } from '../metrics';
import { describeExcess } from './describeExcess';
import { EntityScorecard } from './entityRules';
import { isWaived } from './isWaived';
import { checkRuleId, findingRuleId, sloRuleId } from './selectsRule';
import { compareUnmet } from './unmetOrder';
import { VerdictsByRule } from './VerdictsByRule';

/**
 * Scores one entity's verdicts.
 *
 * @param scorecards - Those about the entity; see `resolveEntityRules`.
 * @param verdicts - All of the entity.
 * @param options - Whether it is known which findings affect the entity: then a rule on findings without a
 *   verdict holds, and else it has no data.
 * @public
 */
export function scoreScorecards(
  scorecards: readonly EntityScorecard[],
  verdicts: readonly Verdict[],
  options: { areFindingsKnown?: boolean } = {},
): ScorecardResult[] {
  if (scorecards.length === 0) {
    return [];
  }
  const byRule = new VerdictsByRule(verdicts);
  return scorecards.map(({ definition, exemption }) =>
    exemption === undefined
      ? score(definition, byRule, options.areFindingsKnown ?? false)
      : {
          ...identityOf(definition),
          exempt: exemption,
          rules: [],
          nextSteps: [],
        },
  );
}

function identityOf({ id, metadata, spec }: ScorecardDefinition) {
  return {
    definitionId: id,
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    levels: spec.levels.map(({ name, title }) => ({ name, title })),
  };
}

function score(
  definition: ScorecardDefinition,
  verdicts: VerdictsByRule,
  areFindingsKnown: boolean,
): ScorecardResult {
  const { levels } = definition.spec;
  const byLevel = levels.map(level =>
    level.rules.map(rule =>
      judgeRule(rule, level.name, verdicts, areFindingsKnown),
    ),
  );
  const firstUnmet = byLevel.findIndex(rules =>
    rules.some(({ holds }) => !holds),
  );
  const reached = firstUnmet < 0 ? levels.length : firstUnmet;
  const rules = byLevel.flat();
  return {
    ...identityOf(definition),
    level: levelAt(definition, reached - 1),
    nextLevel: levelAt(definition, reached),
    score: shareOf(rules),
    rules,
    nextSteps: (byLevel[reached] ?? [])
      .filter(({ holds }) => !holds)
      .sort((a, b) => b.weight - a.weight),
  };
}

/** @param rank - 0 is the lowest. */
function levelAt(
  { spec }: ScorecardDefinition,
  rank: number,
): ScorecardResult['level'] {
  const level = spec.levels[rank];
  return level && { name: level.name, title: level.title, rank };
}

/** 0…100 with one decimal: the weight of what holds over the weight of what applies. */
function shareOf(rules: readonly ScorecardRuleResult[]): number | undefined {
  let held = 0;
  let applicable = 0;
  for (const { state, holds, weight } of rules) {
    if (state !== 'not-applicable') {
      applicable += weight;
      held += holds ? weight : 0;
    }
  }
  return applicable === 0
    ? undefined
    : Math.round((held / applicable) * 1000) / 10;
}

function judgeRule(
  rule: ScorecardRule,
  level: string,
  verdicts: VerdictsByRule,
  areFindingsKnown: boolean,
): ScorecardRuleResult {
  const found = verdicts
    .selectedBy(rule)
    .sort((a, b) => compareUnmet(a.state, b.state));
  const worst: Verdict | undefined = found[0];
  const isFree = !worst && 'finding' in rule && areFindingsKnown;
  const state = worst?.state ?? (isFree ? 'pass' : 'no-data');
  const unmet = found.filter(verdict => !isMet(verdict.state));
  const reason = worst ? reasonOf(worst) : absenceOf(rule, isFree);
  const advice = worst?.kind === 'check' ? worst.check : undefined;
  return {
    ruleId: scorecardRuleId(rule),
    title: titleOf(rule, found),
    level,
    weight: rule.weight,
    state,
    holds: isMet(state),
    waived: unmet.length > 0 && unmet.every(isWaived),
    ...(reason !== undefined && { reason }),
    ...(advice && { fix: advice.fix }),
    ...(advice?.guide !== undefined && { guide: advice.guide }),
  };
}

function isMet(state: VerdictState): boolean {
  return state !== 'fail' && state !== 'no-data';
}

/**
 * `check:<name>`, `slo:<name>`, `budget:<metric>:<statistic>` with `*` for any statistic, or
 * `finding:<categories>:<risk>` with `*` for any, and for any at all.
 *
 * @public
 */
export function scorecardRuleId(rule: ScorecardRule): string {
  if ('slo' in rule) {
    return sloRuleId(rule.slo);
  }
  if ('finding' in rule) {
    return findingRuleId(findingSelectorText(rule.finding));
  }
  return 'check' in rule
    ? checkRuleId(rule.check)
    : `budget:${rule.budget.metric}:${rule.budget.statistic ?? '*'}`;
}

function findingSelectorText({ atLeast, categories }: FindingSelector): string {
  return [categories?.join('+') ?? '*', ...(atLeast ? [atLeast] : [])].join(
    ':',
  );
}

/** `Findings in missing-index or missing-cache of high risk or worse`; the same whatever was found. */
function findingsTitle({ atLeast, categories }: FindingSelector): string {
  const words = [
    'Findings',
    categories && `in ${categories.join(' or ')}`,
    atLeast &&
      (atLeast === 'critical'
        ? 'of critical risk'
        : `of ${atLeast} risk or worse`),
  ];
  return words.filter(word => word !== undefined).join(' ');
}

/** What the verdicts are called, where they are called the same. */
function titleOf(rule: ScorecardRule, found: readonly Verdict[]): string {
  if ('finding' in rule) {
    return findingsTitle(rule.finding);
  }
  const titles = new Set(found.map(({ title }) => title));
  if (titles.size === 1) {
    return found[0].title;
  }
  if ('check' in rule) {
    return rule.check;
  }
  if ('slo' in rule) {
    return rule.slo;
  }
  const { metric, statistic, environments } = rule.budget;
  const words = [
    getMetric(metric)?.title ?? metric,
    statistic,
    environments && `in ${environments.join(' or ')}`,
  ];
  return words.filter(word => word !== undefined).join(' ');
}

function reasonOf(verdict: Verdict): string | undefined {
  if (verdict.reason) {
    return verdict.reason.message;
  }
  const excess =
    (verdict.kind === 'budget' || verdict.kind === 'slo') &&
    verdict.state === 'fail'
      ? describeExcess(verdict)
      : undefined;
  return excess && `It is ${excess}.`;
}

/** @param isFree - Whether that is known to be as it should be. */
function absenceOf(rule: ScorecardRule, isFree: boolean): string | undefined {
  if ('slo' in rule) {
    return `No SLO named ${rule.slo} applies.`;
  }
  if ('finding' in rule) {
    return isFree ? undefined : 'Which findings there are isn’t known here.';
  }
  return 'check' in rule
    ? `No check named ${rule.check} applies.`
    : `No budget on ${titleOf(rule, [])} applies.`;
}
