import {
  EffectiveLimit,
  Enforcement,
  FindingFact,
  FindingVerdict,
  RISK_LEVELS,
  Stage,
  VerdictReason,
  VerdictState,
} from '../model';
import { findingOverdueAt } from '../findings/findingOverdueAt';
import { isFindingOpen } from '../findings/isFindingOpen';
import type { EntityRules } from './entityRules';
import { GovernanceIndex } from './GovernanceIndex';
import { policiesOnRule, RulePolicies } from './rulePolicies';
import { findingRuleId } from './selectsRule';

/**
 * What findings are counted under.
 *
 * @public
 */
export const FINDINGS_AREA = 'findings';

/** Of a finding that no policy is about. */
const DEFAULT_STAGE: Stage = 'observe';

/** Whoever raises a finding speaks for the organisation: policies of inner layers may only make it stronger. */
const OUTERMOST = 0;

/** Findings of this risk fail as long as they are open. */
const FAILS_FROM = RISK_LEVELS.indexOf('high');

const EVERYWHERE = '*';
const ALL_FINDINGS = findingRuleId('*');
const NONE: FindingVerdict[] = [];
const NO_LABELS = Object.freeze({});
const NO_LIMIT: EffectiveLimit = Object.freeze({});
const NO_STORY = Object.freeze([]) as unknown as FindingVerdict['story'];

/**
 * Judges the findings that affect an entity. Duplicates and invalid ones have no verdict.
 *
 * @param findings - Absent where nothing is known of them.
 * @param now - Milliseconds.
 */
export function judgeFindings(
  rules: EntityRules,
  findings: readonly FindingFact[] | undefined,
  governance: GovernanceIndex,
  now: number,
): FindingVerdict[] {
  return findings && findings.length > 0
    ? findings
        .filter(({ status }) => status !== 'duplicate' && status !== 'invalid')
        .map(finding => judgeFinding(rules, finding, governance, now))
    : NONE;
}

function judgeFinding(
  rules: EntityRules,
  finding: FindingFact,
  governance: GovernanceIndex,
  now: number,
): FindingVerdict {
  const { findingId, title, category, risk, status, dueDate } = finding;
  const ruleId = findingRuleId(findingId);
  const subject = {
    entityRef: rules.entityRef,
    environment: EVERYWHERE,
    labels: NO_LABELS,
  };
  const outcome = outcomeOf(finding, now);
  const verdict: FindingVerdict = {
    ruleId,
    kind: 'finding',
    definitionName: `F-${findingId}`,
    title,
    area: FINDINGS_AREA,
    subject,
    state: outcome.state,
    reason: outcome.reason,
    limit: NO_LIMIT,
    story: NO_STORY,
    confirm: 1,
    enforcement: enforcementOfFinding(rules, finding, governance, now),
    finding: Object.freeze({
      findingId,
      category,
      risk,
      status,
      ...(dueDate !== undefined && { dueDate }),
    }),
  };
  const waiver = governance.waiver(ruleId, subject, outcome);
  if (waiver) {
    verdict.waiver = waiver;
  }
  return verdict;
}

/**
 * What policies make of a finding.
 *
 * @param now - Milliseconds.
 */
export function enforcementOfFinding(
  { findingPolicies }: EntityRules,
  { findingId, risk, category }: FindingVerdict['finding'],
  governance: GovernanceIndex,
  now: number,
): Enforcement {
  const onFinding = policiesOnRule(
    findingPolicies,
    {
      ruleId: findingRuleId(findingId),
      area: FINDINGS_AREA,
      finding: { risk, category },
    },
    OUTERMOST,
  );
  return new RulePolicies(onFinding, DEFAULT_STAGE)
    .planFor(EVERYWHERE)
    .at(now, definitionId => governance.trustedFrom(definitionId, ALL_FINDINGS))
    .enforcement;
}

/** Without numbers of days, which would change every day. */
function outcomeOf(
  finding: FindingFact,
  now: number,
): { state: VerdictState; reason?: VerdictReason } {
  const { risk, status, dueDate } = finding;
  if (status === 'verified') {
    return { state: 'pass' };
  }
  const standing =
    status === 'resolved'
      ? `It is resolved but not verified, and its risk is ${risk}`
      : `Its risk is ${risk}`;
  const isOverdue =
    dueDate !== undefined &&
    isFindingOpen(finding) &&
    findingOverdueAt(dueDate) <= now;
  if (isOverdue) {
    return {
      state: 'fail',
      reason: {
        code: 'overdue',
        message: `${standing}. It was due on ${dueDate.slice(0, 10)}.`,
      },
    };
  }
  return {
    state: RISK_LEVELS.indexOf(risk) >= FAILS_FROM ? 'fail' : 'warn',
    reason: { code: 'open', message: `${standing}.` },
  };
}
