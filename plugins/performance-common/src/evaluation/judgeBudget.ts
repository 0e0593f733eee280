import {
  BudgetVerdict,
  EffectiveLimit,
  Evidence,
  MeasurementFact,
  VerdictReason,
  VerdictState,
} from '../model';
import { statisticOf } from '../statistics';
import { holds } from './boundOrder';
import { BudgetRule } from './budgetRules';
import { Force } from './EnforcementPlan';
import { EntityRules } from './entityRules';
import { EvidenceIndex } from './EvidenceIndex';
import { findEvidence, FoundEvidence } from './findEvidence';
import { formatAge } from './formatAge';
import { GovernanceIndex } from './GovernanceIndex';
import { measuredValue, Measuring, measuringOf } from './judgeMeasurement';
import { RuleSubject } from './listSubjects';
import { ratchetSources } from './ratchets';
import { limitsOfBudgets, ratchetedLimits, RuleLimits } from './ruleLimits';
import { VerdictParts } from './VerdictParts';

const CONFIRM_EXEMPT = 2;
const NO_LIMIT: EffectiveLimit = Object.freeze({});
const NO_STORY = Object.freeze([]) as unknown as BudgetVerdict['story'];

/** What one entity's budgets are judged by. */
export interface JudgedFacts {
  rules: EntityRules;
  index: EvidenceIndex;
  governance: GovernanceIndex;
  parts: VerdictParts;
  /** Absent where nobody measures. */
  measurements?: readonly MeasurementFact[];
  /** Milliseconds. */
  now: number;
}

interface Outcome {
  state: VerdictState;
  reason?: VerdictReason;
  value?: number;
}

type FoundSeries = Extract<FoundEvidence, { reason?: undefined }>;

const TOO_FEW_SAMPLES = 'too-few-samples';

/** Judges one subject of a rule. */
export function judgeBudget(
  rule: BudgetRule,
  subject: RuleSubject,
  force: Force,
  facts: JudgedFacts,
): BudgetVerdict {
  if (subject.members.length === 0) {
    return verdictOf(rule, subject, exemptLimits(rule, subject), force, facts, {
      state: 'not-applicable',
      reason: { code: 'exempt', message: subject.exemption ?? '' },
    });
  }
  const limits = limitsFor(rule, subject, force, facts.governance);
  const measuring = facts.measurements && measuringOf(subject.members);
  if (measuring) {
    return {
      ...verdictOf(
        rule,
        subject,
        limits,
        force,
        facts,
        judgeMeasurement(measuring, subject, limits.limit, facts),
      ),
      measured: measuring.measured,
      // Each measurement looks at a whole window.
      confirm: 1,
    };
  }
  const found = findEvidence(rule, subject, facts.rules, facts.index);
  if (found.reason) {
    return verdictOf(
      rule,
      subject,
      limits,
      force,
      facts,
      { state: 'no-data', reason: found.reason },
      found.run && facts.parts.evidenceOf(found.run),
    );
  }
  return verdictOf(
    rule,
    subject,
    limits,
    force,
    facts,
    judgeByLayers(rule, subject, force, limits.limit, found, facts),
    facts.parts.evidenceOf(found.run, found.series),
  );
}

function limitsFor(
  rule: BudgetRule,
  { environment, labelsKey, members }: RuleSubject,
  { limiting }: Force,
  governance: GovernanceIndex,
): RuleLimits {
  const limits = limitsOfBudgets(members, limiting);
  const best = limiting.some(({ definition }) => definition.spec.ratchet)
    ? governance.ratchet(rule.ruleId, environment, labelsKey)
    : undefined;
  return best === undefined
    ? limits
    : ratchetedLimits(
        members,
        limiting,
        ratchetSources(rule, limits.limit, limiting, best),
      );
}

function exemptLimits(
  rule: BudgetRule,
  { exemption }: RuleSubject,
): RuleLimits {
  const exempting =
    rule.members.find(member => member.exemption === exemption) ??
    rule.members[0];
  const { name, title } = exempting.definition.metadata;
  return {
    definitionName: name,
    title: title ?? name,
    limit: NO_LIMIT,
    story: NO_STORY,
    confirm: CONFIRM_EXEMPT,
  };
}

function verdictOf(
  rule: BudgetRule,
  { environment, labels }: RuleSubject,
  limits: RuleLimits,
  { enforcement }: Force,
  { parts, governance }: JudgedFacts,
  outcome: Outcome,
  evidence?: Evidence,
): BudgetVerdict {
  const { metric } = rule;
  const subject = parts.subjectOf(environment, labels);
  const verdict: BudgetVerdict = {
    ruleId: rule.ruleId,
    kind: 'budget',
    definitionName: limits.definitionName,
    title: limits.title,
    metric: metric.name,
    statistic: rule.statistic,
    unit: rule.unit,
    area: metric.area,
    subject,
    state: outcome.state,
    reason: outcome.reason,
    value: outcome.value,
    limit: limits.limit,
    story: limits.story,
    evidence,
    confirm: limits.confirm,
    enforcement,
  };
  const waiver = governance.waiver(rule.ruleId, subject, outcome);
  if (waiver) {
    verdict.waiver = waiver;
  }
  return verdict;
}

/**
 * Where there are fewer samples than a layer asks for, what fails by the layers around it fails all the same:
 * asking for more evidence hides nothing.
 */
function judgeByLayers(
  rule: BudgetRule,
  subject: RuleSubject,
  force: Force,
  limit: EffectiveLimit,
  found: FoundSeries,
  { governance, now }: JudgedFacts,
): Outcome {
  const outcome = judgeEvidence(rule, limit, found, now);
  let { members } = subject;
  while (outcome.reason?.code === TOO_FEW_SAMPLES && members.length > 0) {
    const innermost = Math.max(...members.map(({ rank }) => rank));
    members = members.filter(({ rank }) => rank < innermost);
    if (members.length > 0) {
      const around = limitsFor(
        rule,
        { ...subject, members },
        force,
        governance,
      ).limit;
      const outer = judgeEvidence(rule, around, found, now);
      if (outer.state === 'fail') {
        return outer;
      }
    }
  }
  return outcome;
}

function judgeEvidence(
  rule: BudgetRule,
  limit: EffectiveLimit,
  found: FoundSeries,
  now: number,
): Outcome {
  const { series } = found;
  const { maxAgeSeconds, minSamples } = limit;
  if (maxAgeSeconds) {
    const ageSeconds = (now - Date.parse(found.run.endedAt)) / 1000;
    if (ageSeconds > maxAgeSeconds.value) {
      return noData(
        'too-old',
        `The newest evidence is ${formatAge(
          ageSeconds,
        )} old; at most ${formatAge(maxAgeSeconds.value)} are allowed.`,
      );
    }
  }
  if (
    minSamples &&
    !(series.count !== undefined && series.count >= minSamples.value)
  ) {
    return noData(
      TOO_FEW_SAMPLES,
      series.count === undefined
        ? `The report doesn’t say how many samples it holds; ${minSamples.value} are needed.`
        : `The run holds ${series.count} samples; ${minSamples.value} are needed.`,
    );
  }
  if (rule.statistic !== 'count' && series.unit !== rule.unit) {
    return noData(
      'not-comparable',
      `The run holds ${rule.metric.name} in ${series.unit}, the limit is in ${rule.unit}.`,
    );
  }
  const result = statisticOf(series, rule.statistic);
  if (result.reason !== undefined) {
    return noData('missing-statistic', found.quantilesMissing ?? result.reason);
  }
  return { state: compare(limit, result.value), value: result.value };
}

function judgeMeasurement(
  measuring: Measuring,
  { environment }: RuleSubject,
  limit: EffectiveLimit,
  { measurements = [], now }: JudgedFacts,
): Outcome {
  const found = measuredValue(
    measuring,
    environment,
    measurements,
    limit.maxAgeSeconds?.value,
    now,
  );
  return 'reason' in found
    ? { state: 'no-data', reason: found.reason }
    : { state: compare(limit, found.value), value: found.value };
}

function compare(limit: EffectiveLimit, value: number): VerdictState {
  if (limit.fail && !holds(limit.fail, value)) {
    return 'fail';
  }
  return limit.warn && !holds(limit.warn, value) ? 'warn' : 'pass';
}

function noData(code: string, message: string): Outcome {
  return { state: 'no-data', reason: { code, message } };
}
