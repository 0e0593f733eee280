import { EntityFacts, FindingFact, ReviewFact, Verdict } from '../model';
import { findingOverdueAt } from '../findings/findingOverdueAt';
import { isFindingOpen } from '../findings/isFindingOpen';
import { attestationExpiry } from './checks/judgeAttestation';
import { instantOf } from './instantOf';
import { sloFactOfVerdict } from './judgeSlo';

/**
 * What a verdict was judged by, as far as it has an end.
 *
 * @public
 */
export type LastingFacts = Pick<
  EntityFacts,
  'attestations' | 'externalResults' | 'slos' | 'findings' | 'reviews'
>;

/**
 * When a verdict may change by itself, with nothing new being known: its evidence, its waiver, an
 * attestation, a review or a pushed result lapses, a finding becomes overdue, or a policy reaches its next stage.
 *
 * @param facts - What the verdict was judged by.
 * @returns ISO 8601, not before the facts' now; `undefined` if nothing is to come.
 * @public
 */
export function nextChangeAt(
  verdict: Verdict,
  facts: LastingFacts & Pick<EntityFacts, 'now'>,
): string | undefined {
  const time = nextChangeTime(verdict, facts, Date.parse(facts.now));
  return time === undefined ? undefined : new Date(time).toISOString();
}

/**
 * The same in epoch milliseconds, for those who ask hundreds of thousands of times.
 *
 * @public
 */
export function nextChangeTime(
  verdict: Verdict,
  facts: LastingFacts,
  now: number,
): number | undefined {
  let earliest = Infinity;
  const consider = (instant: number) => {
    if (instant >= now && instant < earliest) {
      earliest = instant;
    }
  };
  const { evidence, limit, waiver, enforcement } = verdict;
  const maxAgeSeconds = limit.maxAgeSeconds?.value;
  if (evidence && maxAgeSeconds !== undefined) {
    consider(instantOf(evidence.endedAt) + maxAgeSeconds * 1000);
  }
  if (waiver) {
    consider(instantOf(waiver.until));
  }
  for (const { next } of enforcement.story) {
    if (next) {
      consider(instantOf(next.at));
    }
  }
  if (verdict.kind === 'slo' && maxAgeSeconds !== undefined) {
    const measuredAt = sloFactOfVerdict(verdict, facts.slos ?? [])?.measuredAt;
    if (measuredAt !== undefined) {
      consider(instantOf(measuredAt) + maxAgeSeconds * 1000);
    }
  }
  if (verdict.kind === 'finding') {
    considerFinding(verdict.finding, consider);
  }
  if (verdict.kind === 'check') {
    const { definitionName: name, check } = verdict;
    const { attestations = [], externalResults = [] } = facts;
    const attestation = attestations.find(one => one.check === name);
    const result = externalResults.find(one => one.check === name);
    if (check.type === 'attestation' && attestation) {
      consider(attestationExpiry(attestation, maxAgeSeconds));
    }
    if (check.type === 'external' && result && maxAgeSeconds !== undefined) {
      consider(instantOf(result.at) + maxAgeSeconds * 1000);
    }
    if (check.type === 'finding') {
      for (const finding of facts.findings ?? []) {
        considerFinding(finding, consider);
      }
    }
    if (check.type === 'review') {
      for (const review of facts.reviews ?? []) {
        considerReview(review, maxAgeSeconds, consider);
      }
    }
  }
  return earliest === Infinity ? undefined : earliest;
}

function considerFinding(
  finding: Pick<FindingFact, 'status' | 'dueDate'>,
  consider: (instant: number) => void,
): void {
  if (finding.dueDate !== undefined && isFindingOpen(finding)) {
    consider(findingOverdueAt(finding.dueDate));
  }
}

function considerReview(
  { publishedAt, nextReviewAt }: ReviewFact,
  maxAgeSeconds: number | undefined,
  consider: (instant: number) => void,
): void {
  if (maxAgeSeconds !== undefined) {
    consider(instantOf(publishedAt) + maxAgeSeconds * 1000);
  }
  if (nextReviewAt !== undefined) {
    consider(instantOf(nextReviewAt));
  }
}
