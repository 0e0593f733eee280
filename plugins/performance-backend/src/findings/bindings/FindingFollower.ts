import {
  countGreenDays,
  FindingDay,
  GreenDays,
  isFindingOpen,
  judgeFindingDays,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Outbox } from '../../notifications/Outbox';
import { CurrentVerdict } from '../../verdicts/VerdictReader';
import { WaivedVerdicts } from '../../waivers/WaivedVerdicts';
import { FindingDesk } from '../FindingDesk';
import { FindingStore } from '../FindingStore';
import { BoundFinding } from './BoundFinding';
import {
  closureMessages,
  describeGreenDays,
  regressionMessages,
} from './bindingMessages';
import { observeVerdict } from './observeVerdict';
import { replaceFindingDays, selectFindingDays } from './saveFindingDays';
import { selectRunJudgements } from './selectRunJudgements';

/** It happens by itself. */
const NOBODY = '';

/**
 * Brings bound findings in step with what they are bound to: counts days of evidence, proposes closure once enough of
 * them in a row are green, takes the proposal back where they no longer are, and reopens what fails again.
 *
 * Everything follows from what is stored, so that doing it again changes nothing.
 */
export class FindingFollower {
  readonly #options;

  constructor(options: {
    findings: Pick<FindingStore, 'lock'>;
    /** Needs evaluation itself, which needs this. */
    desk: Pick<FindingDesk, 'note' | 'settle'>;
    verdicts: WaivedVerdicts;
    outbox: Outbox;
  }) {
    this.#options = options;
  }

  /**
   * @param findings - in the order of their ids, in which they are locked.
   * @param tx - has locked the entities of the bindings.
   */
  async follow(
    findings: readonly BoundFinding[],
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const verdicts = await this.#options.verdicts.findAll(
      findings.map(subjectOf),
      tx,
    );
    for (const [index, finding] of findings.entries()) {
      const current = await this.#options.findings.lock(finding.findingId, tx);
      if (current) {
        const { status, statusAt, closureProposedAt } = current;
        await this.#follow(
          { ...finding, status, statusAt, closureProposedAt },
          verdicts[index],
          now,
          tx,
        );
      }
    }
  }

  async #follow(
    finding: BoundFinding,
    verdict: CurrentVerdict | undefined,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { findingId, countedFrom, greenDays } = finding;
    const days = await daysOfEvidence(finding, verdict, now, tx);
    await replaceFindingDays(findingId, days, tx);
    if (isRegression(finding, verdict)) {
      await this.#reopen(finding, now, tx);
      return;
    }
    if (!isFindingOpen(finding)) {
      return;
    }
    const green = countGreenDays(days, countedFrom);
    const isProven = green.count >= greenDays;
    if (isProven && !finding.closureProposedAt) {
      await this.#propose(finding, green, now, tx);
    }
    if (!isProven && finding.closureProposedAt) {
      await this.#options.desk.note(
        findingId,
        {
          type: 'closure-withdrawn',
          by: NOBODY,
          note: 'The evidence isn’t green any more.',
        },
        { closureProposedAt: undefined },
        tx,
      );
    }
  }

  async #propose(
    finding: BoundFinding,
    green: GreenDays,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { desk, outbox } = this.#options;
    await desk.note(
      finding.findingId,
      {
        type: 'closure-proposed',
        by: NOBODY,
        note: describeGreenDays(green),
      },
      { closureProposedAt: now },
      tx,
    );
    await outbox.add(
      tx,
      closureMessages(finding, green, await reviewersOf(finding, tx)),
    );
  }

  async #reopen(
    finding: BoundFinding,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { desk, outbox } = this.#options;
    await desk.settle(
      finding.findingId,
      {
        status: 'open',
        note: 'Regression: what it is bound to fails again.',
      },
      { by: NOBODY, type: 'reopened' },
      tx,
    );
    await outbox.add(
      tx,
      regressionMessages(finding, now, await reviewersOf(finding, tx)),
    );
  }
}

/** What a verdict is found by. */
export function subjectOf({
  entityId,
  ruleId,
  environment,
  labels,
}: BoundFinding) {
  return { entityId, ruleId, environment, labels };
}

/**
 * Of a budget that runs are judged by, what all of them say; otherwise what was observed so far, with what is now. A
 * day that was red once stays so.
 */
async function daysOfEvidence(
  finding: BoundFinding,
  verdict: CurrentVerdict | undefined,
  now: Date,
  tx: Knex.Transaction,
): Promise<FindingDay[]> {
  const isOfRuns = verdict
    ? verdict.kind === 'budget' && !verdict.measured
    : finding.ruleId.startsWith('budget:');
  if (isOfRuns) {
    return judgeFindingDays(await selectRunJudgements(finding, tx));
  }
  const observed = verdict && (await observeVerdict(verdict, now, tx));
  const isNew = observed && observed.at >= finding.boundAt.getTime();
  const days = new Map(
    (await selectFindingDays(finding.findingId, tx)).map(one => [one.day, one]),
  );
  for (const one of judgeFindingDays(isNew ? [observed] : [])) {
    if (days.get(one.day)?.state !== 'red') {
      days.set(one.day, one);
    }
  }
  return [...days.values()];
}

/**
 * Whether what a finding is bound to fails again since it was closed: confirmed, unwaived, and by evidence that is
 * newer. What still fails by older evidence says nothing against it.
 */
function isRegression(
  { status, statusAt }: BoundFinding,
  verdict: CurrentVerdict | undefined,
): boolean {
  if (
    (status !== 'resolved' && status !== 'verified') ||
    verdict?.state !== 'fail' ||
    !verdict.confirmed ||
    (verdict.waiver && !verdict.waiver.exceeded)
  ) {
    return false;
  }
  const failedAt =
    verdict.kind === 'budget' && verdict.evidence
      ? Date.parse(verdict.evidence.startedAt)
      : verdict.since.getTime();
  return failedAt > statusAt.getTime();
}

/** Refs of those who conduct the review that it came of. */
async function reviewersOf(
  { reviewId }: BoundFinding,
  tx: Knex.Transaction,
): Promise<string[]> {
  return reviewId === undefined
    ? []
    : tx('review_reviewers')
        .where('review_id', reviewId)
        .orderBy('reviewer_ref')
        .pluck('reviewer_ref');
}
