import {
  describeAppliedWaiver,
  describeEnforcement,
  describeLimitStory,
  EffectiveBound,
  formatBound,
  formatInstant,
  formatLabels,
  formatLayer,
  formatQuantity,
  formatQuantityPair,
  isWaived,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { toOneLine } from './toOneLine';

/** What a verdict was judged by, for a row of a table; empty where there is no such thing. */
export function limitCells(verdict: Verdict): {
  /** With as many digits as telling it from the limit takes. */
  value: string;
  limit: string;
  setBy: string;
} {
  if (!('unit' in verdict)) {
    return { value: '', limit: '', setBy: '' };
  }
  const { value, unit } = verdict;
  const bound = decidingBound(verdict);
  if (!bound) {
    return {
      value: value === undefined ? '' : formatQuantity(value, unit),
      limit: '',
      setBy: '',
    };
  }
  return {
    value:
      value === undefined
        ? ''
        : formatQuantityPair(value, bound.value, unit)[0],
    limit: formatBound(bound),
    setBy: formatLayer(bound.layer),
  };
}

/** The limit that a verdict turns on: the warn limit where that is the one broken. */
function decidingBound({ state, limit }: Verdict): EffectiveBound | undefined {
  return state === 'warn' ? limit.warn ?? limit.fail : limit.fail ?? limit.warn;
}

/** What a verdict is about: `p95 of http.request.duration`, or that it is a check, an SLO or a finding. */
export function statisticWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'check':
      return 'check';
    case 'slo':
      return 'SLO';
    case 'finding':
      return `finding ${verdict.definitionName}`;
    default:
      return `${verdict.statistic} of ${verdict.metric}`;
  }
}

/** The labels a verdict is for; empty for "over everything". */
export function subjectWords(verdict: Verdict): string {
  return toOneLine(formatLabels(verdict.subject.labels));
}

/** One line that tells a verdict from all others: `API latency, p95 of … (endpoint=POST /pay)`. */
export function verdictName(verdict: Verdict): string {
  const subject = subjectWords(verdict);
  return `${toOneLine(verdict.title)}, ${statisticWords(verdict)}${
    subject ? ` (${subject})` : ''
  }`;
}

/** Why a verdict is what it is, in a sentence. */
export function verdictMessage(verdict: Verdict): string {
  const name = verdictName(verdict);
  if (verdict.reason) {
    return `${name}: ${toOneLine(verdict.reason.message)}`;
  }
  if (verdict.kind === 'check') {
    return `${name} holds.`;
  }
  if (verdict.kind === 'finding') {
    return `${name} is verified.`;
  }
  const { value, limit, setBy } = limitCells(verdict);
  return limit === ''
    ? `${name} is ${value}.`
    : `${name} is ${value}; the limit is ${limit}, set by ${setBy}.`;
}

/**
 * What comes of a verdict: `warn, block from 2027-03-01`, `waived until 2027-03-01`, or that it exceeds
 * the waiver's cap.
 */
export function stageWords(verdict: Verdict): string {
  const { enforcement, waiver } = verdict;
  if (waiver && isWaived(verdict)) {
    return describeAppliedWaiver(waiver);
  }
  const { stage, next } = enforcement;
  const words = next
    ? `${stage}, ${next.stage} from ${formatInstant(next.at)}`
    : stage;
  return waiver?.exceeded && waiver.cap
    ? `${words}, exceeds the waiver’s cap of ${formatBound(waiver.cap)}`
    : words;
}

/** Whether it is worth saying what comes of verdicts: anything but that all of them block. */
export function hasStages(verdicts: readonly Verdict[]): boolean {
  return verdicts.some(verdict => stageWords(verdict) !== 'block');
}

export interface LimitStory {
  /** The rule. */
  title: string;
  /** Who asked for what, and what came of it. */
  sentences: string[];
}

/** The stories of limits that more than one definition had a say in, and of stages, each once. */
export function limitStories(verdicts: Verdict[]): LimitStory[] {
  const stories = new Map<string, LimitStory>();
  for (const verdict of verdicts) {
    const sentences = [
      ...(verdict.kind !== 'check' && verdict.story.length > 1
        ? describeLimitStory(verdict)
        : []),
      ...(verdict.enforcement.story.length > 0
        ? [describeEnforcement(verdict.enforcement)]
        : []),
    ];
    if (sentences.length > 0) {
      const about =
        verdict.kind === 'budget' ? verdict.metric : statisticWords(verdict);
      const story = {
        title: `${toOneLine(verdict.title)} (${about})`,
        sentences,
      };
      stories.set(JSON.stringify(story), story);
    }
  }
  return [...stories.values()];
}
