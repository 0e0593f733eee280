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
      from: change.from,
      to: change.to,
    };
  });
}

/** All changes in one line: `1 fail → pass, 2 new pass`. */
export function summarizeChanges(
  changes: Pick<DescribedChange, 'from' | 'to'>[],
): string {
  if (changes.length === 0) {
    return 'No verdict changes.';
  }
  const groups = new Map<string, number>();
  for (const { from, to } of changes) {
    const word = STATE_WORDS[to].toLowerCase();
    const group = from
      ? `${STATE_WORDS[from].toLowerCase()} → ${word}`
      : `new ${word}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return [...groups].map(([group, count]) => `${count} ${group}`).join(', ');
}
