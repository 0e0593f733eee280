import {
  CheckDefinition,
  CheckVerdict,
  EffectiveLimit,
  EntityFacts,
} from '../model';
import { judgeAttestation } from './checks/judgeAttestation';
import { judgeFindingCondition } from './checks/judgeFindingCondition';
import { CheckOutcome, outcomeOf } from './checks/CheckOutcome';
import { judgeResult } from './checks/judgeResult';
import { judgeReviewCondition } from './checks/judgeReviewCondition';
import { judgeRunCondition } from './checks/judgeRunCondition';
import {
  judgeVerdictCondition,
  LookedAtVerdicts,
} from './checks/judgeVerdictCondition';
import { CheckMember, CheckRule } from './checkRules';
import { GovernanceIndex } from './GovernanceIndex';
import { limitsOfChecks } from './ruleLimits';
import { compareUnmet } from './unmetOrder';

/** The environment of a subject that is the entity as a whole. */
const EVERYWHERE = '*';

const NO_LABELS = Object.freeze({});

const details = new WeakMap<CheckDefinition, CheckVerdict['check']>();

/**
 * Judges the checks of one name: the one that is furthest from holding is the verdict, and on a tie
 * the outermost.
 *
 * @param others - Of the entity, judged before.
 * @param now - Milliseconds.
 */
export function judgeCheck(
  rule: CheckRule,
  others: LookedAtVerdicts,
  facts: EntityFacts,
  governance: GovernanceIndex,
  now: number,
): CheckVerdict {
  const { ruleId, area, policies } = rule;
  const { enforcement, limiting } = policies
    .planFor(EVERYWHERE)
    .at(now, definitionId => governance.trustedFrom(definitionId, ruleId));
  const judged = rule.members.map(member => {
    const limits = limitsOfChecks([member], limiting);
    return {
      ...limits,
      member,
      outcome: judgeMember(member, limits.limit, others, facts, now),
    };
  });
  const holding = judged.filter(({ member }) => member.exemption === undefined);
  const [{ member, outcome, limit, story }] = (
    holding.length > 0 ? holding : judged
  ).sort((a, b) => compareUnmet(a.outcome.state, b.outcome.state));
  const { metadata } = member.definition;
  const subject = {
    entityRef: facts.subject.entityRef,
    environment: EVERYWHERE,
    labels: NO_LABELS,
  };
  const verdict: CheckVerdict = {
    ruleId,
    kind: 'check',
    definitionName: metadata.name,
    title: metadata.title ?? metadata.name,
    area,
    subject,
    state: outcome.state,
    reason: outcome.reason,
    limit,
    story,
    evidence: outcome.evidence,
    confirm: 1,
    enforcement,
    check: detailsOf(member.definition),
  };
  const waiver = governance.waiver(ruleId, subject, outcome);
  if (waiver) {
    verdict.waiver = waiver;
  }
  return verdict;
}

function judgeMember(
  { definition, exemption, matches }: CheckMember,
  limit: EffectiveLimit,
  others: LookedAtVerdicts,
  facts: EntityFacts,
  now: number,
): CheckOutcome {
  if (exemption !== undefined) {
    return outcomeOf('not-applicable', 'exempt', exemption);
  }
  const { condition } = definition.spec;
  const { name } = definition.metadata;
  const maxAgeSeconds = limit.maxAgeSeconds?.value;
  const ofCheck = <T extends { check: string }>(all: T[] = []) =>
    all.find(({ check }) => check === name);
  switch (condition.type) {
    case 'verdict':
      return judgeVerdictCondition(condition.verdict, others);
    case 'entity':
      return matches
        ? { state: 'pass' }
        : outcomeOf(
            'fail',
            'not-matched',
            'The catalog entity isn’t as the check asks.',
          );
    case 'run':
      return judgeRunCondition(
        condition.run,
        maxAgeSeconds,
        facts.runSummaries ?? [],
        now,
      );
    case 'attestation':
      return judgeAttestation(
        condition.attestation.statement,
        ofCheck(facts.attestations),
        maxAgeSeconds,
        now,
      );
    case 'finding':
      return judgeFindingCondition(condition.finding, facts.findings, now);
    case 'review':
      return judgeReviewCondition(
        condition.review,
        maxAgeSeconds,
        facts.reviews,
        now,
      );
    case 'external':
      return judgeResult(
        ofCheck(facts.externalResults),
        'No result has been pushed yet.',
        maxAgeSeconds,
        now,
      );
    default:
      return judgeResult(
        ofCheck(facts.extensionResults),
        `The extension ${condition.extension.id} has said nothing of it yet.`,
        undefined,
        now,
      );
  }
}

function detailsOf(definition: CheckDefinition): CheckVerdict['check'] {
  let known = details.get(definition);
  if (!known) {
    const { condition, rationale, fix, guide } = definition.spec;
    known = Object.freeze({ type: condition.type, rationale, fix, guide });
    details.set(definition, known);
  }
  return known;
}
