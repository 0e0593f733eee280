import {
  BudgetVerdict,
  EffectiveLimit,
  Evidence,
  MeasurementFact,
} from '../model';
import { BudgetRule } from './budgetRules';
import { Force } from './EnforcementPlan';
import { EntityRules } from './entityRules';
import { EvidenceIndex } from './EvidenceIndex';
import { findEvidence } from './findEvidence';
import { GovernanceIndex } from './GovernanceIndex';
import { measuredValue, Measuring, measuringOf } from './judgeMeasurement';
import { compareWithLimit, judgeRunSeries, Outcome } from './judgeRunSeries';
import { RuleSubject } from './listSubjects';
import { limitsFor } from './limitsFor';
import { RuleLimits } from './ruleLimits';
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
  const judged = judgeRunSeries(rule, found, limits, {
    subject,
    force,
    governance: facts.governance,
    now: facts.now,
  });
  return verdictOf(
    rule,
    subject,
    judged.limits,
    force,
    facts,
    judged.outcome,
    facts.parts.evidenceOf(found.run, found.series),
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
    : { state: compareWithLimit(limit, found.value), value: found.value };
}
