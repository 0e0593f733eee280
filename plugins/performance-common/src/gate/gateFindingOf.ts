import { BudgetVerdict, GateReason, SloVerdict, Verdict } from '../model';
import { describeExcess } from '../evaluation/describeExcess';
import { formatLayer } from '../evaluation/formatLayer';
import { formatLabels } from '../evaluation/labels';
import { isWaived } from '../evaluation/isWaived';
import { formatBound } from '../units';
import { describeAppliedWaiver } from './describeWaiver';
import { formatInstant } from '../evaluation/formatInstant';

/** What a verdict means for a gate. */
export interface GateFinding {
  reason: GateReason;
  /** It closes the gate: with a failure, or for lack of evidence. */
  closes?: 'failed' | 'missing';
}

/**
 * What a verdict that failed or has no data means for a gate.
 *
 * @param requireEvidence - Whether lack of evidence may close it at all.
 * @returns `undefined` for any other verdict.
 */
export function gateFindingOf(
  verdict: Verdict,
  requireEvidence: boolean,
): GateFinding | undefined {
  const { ruleId, state, enforcement, waiver } = verdict;
  if (state !== 'fail' && state !== 'no-data') {
    return undefined;
  }
  const { stage } = enforcement;
  const finding = (
    code: string,
    message: string,
    closes?: GateFinding['closes'],
  ): GateFinding => ({
    reason: { code, message, ruleId, stage },
    ...(closes && { closes }),
  });
  const what =
    state === 'fail' ? describeFailure(verdict) : describeGap(verdict);
  if (waiver && isWaived(verdict)) {
    return finding('waived', `${what} It is ${describeAppliedWaiver(waiver)}.`);
  }
  if (stage !== 'block') {
    return finding('not-enforced', `${what} ${describeStage(verdict)}`);
  }
  if (state === 'no-data') {
    return finding(
      'evidence-missing',
      what,
      requireEvidence && enforcement.requireEvidence ? 'missing' : undefined,
    );
  }
  if (waiver?.exceeded) {
    return finding('cap-exceeded', what, 'failed');
  }
  return finding(`${verdict.kind}-failed`, what, 'failed');
}

function describeFailure(verdict: Verdict): string {
  const name = nameOf(verdict);
  const { fail } = verdict.limit;
  const excess =
    verdict.kind === 'budget' || verdict.kind === 'slo'
      ? describeExcess(verdict)
      : undefined;
  if (excess === undefined || !fail) {
    return verdict.reason
      ? `${name} failed: ${verdict.reason.message}`
      : `${name} failed.`;
  }
  const setBy = `set by ${formatLayer(fail.layer)}`;
  const cap = verdict.waiver?.exceeded ? verdict.waiver.cap : undefined;
  return cap
    ? `${name} is ${excess}, ${setBy}, and it exceeds the waiver’s cap of ${formatBound(
        cap,
      )}.`
    : `${name} is ${excess}, ${setBy}.`;
}

function describeGap(verdict: Verdict): string {
  return `${nameOf(verdict)} has no data: ${
    verdict.reason?.message ?? 'the reason is unknown.'
  }`;
}

/** `The gate stays open: the stage is warn, and block from 2027-03-01.` */
function describeStage({ enforcement: { stage, next } }: Verdict): string {
  return `The gate stays open: the stage is ${stage}${
    next ? `, and ${next.stage} from ${formatInstant(next.at)}` : ''
  }.`;
}

function nameOf(verdict: Verdict): string {
  if (verdict.kind === 'check') {
    return verdict.title;
  }
  if (verdict.kind === 'finding') {
    return `Finding ${verdict.definitionName}, ${verdict.title},`;
  }
  return `${verdict.title} (${whereabouts(verdict)})`;
}

function whereabouts(verdict: BudgetVerdict | SloVerdict): string {
  const { environment, labels } = verdict.subject;
  return [
    verdict.kind === 'slo'
      ? 'SLO'
      : `${verdict.statistic} of ${verdict.metric}`,
    formatLabels(labels),
    environment === '*' ? '' : environment,
  ]
    .filter(part => part !== '')
    .join(', ');
}
