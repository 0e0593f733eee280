import {
  Evidence,
  RUN_TYPES,
  RunCondition,
  RunSummaryFact,
  RunType,
} from '../../model';
import { formatAge } from '../formatAge';
import { dayOf } from './dayOf';
import { CheckOutcome, outcomeOf } from './CheckOutcome';

const WORDS: Record<RunType, string> = {
  load: 'load test',
  stress: 'stress test',
  soak: 'soak test',
  spike: 'spike test',
  smoke: 'smoke test',
  audit: 'audit',
  benchmark: 'benchmark',
  profile: 'profile',
};

/**
 * Judges a check on runs.
 *
 * @param maxAgeSeconds - How long ago they may have ended.
 * @param now - Milliseconds.
 */
export function judgeRunCondition(
  condition: RunCondition,
  maxAgeSeconds: number | undefined,
  runs: readonly RunSummaryFact[],
  now: number,
): CheckOutcome {
  const newestFirst = runs
    .filter(run => isLookedAt(condition, run))
    .sort((a, b) => Date.parse(b.endedAt) - Date.parse(a.endedAt));
  const what = describe(condition);
  if (newestFirst.length === 0) {
    return outcomeOf('fail', 'no-run', `No ${what} has been uploaded yet.`);
  }
  const { atLeast } = condition;
  const recent = newestFirst.filter(
    run => maxAgeSeconds === undefined || ageOf(run, now) <= maxAgeSeconds,
  );
  // Where several are needed, the oldest of these is the first to be too old.
  const evidence = evidenceOf(
    newestFirst[Math.min(atLeast, newestFirst.length) - 1],
  );
  if (recent.length >= atLeast) {
    return { state: 'pass', evidence };
  }
  const allowed = maxAgeSeconds === undefined ? '' : formatAge(maxAgeSeconds);
  const message =
    atLeast > 1
      ? `${recent.length} of ${atLeast} runs needed: ${what}${
          allowed && `, ended at most ${allowed} ago`
        }.`
      : // A date stays true however long the verdict stands.
        `The newest ${what} ended on ${dayOf(
          Date.parse(newestFirst[0].endedAt),
        )}, more than ${allowed} ago.`;
  return { ...outcomeOf('fail', 'no-run', message), evidence };
}

function isLookedAt(
  { types, environments, minDurationSeconds = 0 }: RunCondition,
  { type, environment, startedAt, endedAt }: RunSummaryFact,
): boolean {
  return (
    types.includes(type) &&
    (!environments || environments.includes(environment)) &&
    Date.parse(endedAt) - Date.parse(startedAt) >= minDurationSeconds * 1000
  );
}

function ageOf({ endedAt }: RunSummaryFact, now: number): number {
  return (now - Date.parse(endedAt)) / 1000;
}

/** `load test or stress test of at least 1 hour in production`. */
function describe({
  types,
  environments,
  minDurationSeconds,
}: RunCondition): string {
  const words =
    types.length === RUN_TYPES.length
      ? 'run'
      : types.map(type => WORDS[type]).join(' or ');
  return `${words}${
    minDurationSeconds ? ` of at least ${formatAge(minDurationSeconds)}` : ''
  }${environments ? ` in ${environments.join(' or ')}` : ''}`;
}

function evidenceOf({
  runId,
  tool,
  startedAt,
  endedAt,
}: RunSummaryFact): Evidence {
  return { runId, tool, startedAt, endedAt, quantileMethod: 'none' };
}
