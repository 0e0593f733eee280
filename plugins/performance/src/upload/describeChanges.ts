import {
  describeRule,
  STATE_WORDS,
  UploadResult,
  VerdictState,
} from '@perf-governance/plugin-performance-react';

/** One change of state, in words. */
export interface DescribedChange {
  key: string;
  title: string;
  environment: string;
  /** Of a check, which follows from budgets and runs. */
  follows: boolean;
  from?: VerdictState;
  to: VerdictState;
}

function sameLabels(
  a: Record<string, string>,
  b: Record<string, string>,
): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every(name => a[name] === b[name]);
}

/** The changes a report makes, each with what it is about. */
export function describeChanges(
  result: Pick<UploadResult, 'changes' | 'verdicts'>,
): DescribedChange[] {
  return result.changes.map(change => {
    const verdict = result.verdicts.find(
      candidate =>
        candidate.ruleId === change.ruleId &&
        candidate.subject.environment === change.subject.environment &&
        sameLabels(candidate.subject.labels, change.subject.labels),
    );
    return {
      key: JSON.stringify([change.ruleId, change.title, change.subject]),
      title: verdict ? describeRule(verdict) : change.title,
      environment: change.subject.environment,
      follows: change.ruleId?.startsWith('check:') ?? false,
      from: change.from,
      to: change.to,
    };
  });
}

/** All changes in one line: `1 fail → pass, 2 new pass, and 1 check follows`. */
export function summarizeChanges(
  changes: Pick<DescribedChange, 'from' | 'to' | 'follows'>[],
): string {
  const own = changes.filter(({ follows }) => !follows);
  const following = changes.length - own.length;
  const groups = new Map<string, number>();
  // Where nothing but checks changes, they are what there is to tell.
  for (const { from, to } of own.length > 0 ? own : changes) {
    const word = STATE_WORDS[to].toLowerCase();
    const group = from
      ? `${STATE_WORDS[from].toLowerCase()} → ${word}`
      : `new ${word}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const summary = [...groups].map(([group, count]) => `${count} ${group}`);
  if (summary.length === 0) {
    return 'No verdict changes.';
  }
  if (own.length > 0 && following > 0) {
    summary.push(
      `and ${following} ${following === 1 ? 'check follows' : 'checks follow'}`,
    );
  }
  return summary.join(', ');
}
