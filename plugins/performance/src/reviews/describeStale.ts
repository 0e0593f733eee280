import { StaleAnswer } from '@perf-governance/plugin-performance-common';
import { refTitle } from '../filters/refTitle';
import { DEPENDENCY_WORDS } from './reviewWords';

/** Of what changes, some are refs; budgets and SLOs are told in words, which have colons, too. */
export function isEntityRef(thing: string): boolean {
  return /^[a-z]+:[^/\s]+\/[^/\s]+$/.test(thing);
}

function list(words: string, things: string[]): string[] {
  return things.length === 0
    ? []
    : [
        `${words} ${things
          .map(thing => (isEntityRef(thing) ? refTitle(thing) : thing))
          .join(', ')}`,
      ];
}

/** What has changed since an answer was published: `Budgets: added latency: p95 …; removed …`. */
export function describeStale({ changes }: StaleAnswer): string {
  return changes
    .map(
      ({ dependency, added, removed }) =>
        `${DEPENDENCY_WORDS[dependency]}: ${[
          ...list('added', added),
          ...list('removed', removed),
        ].join('; ')}`,
    )
    .join('. ');
}
