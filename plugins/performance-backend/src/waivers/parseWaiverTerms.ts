import { InputError } from '@backstage/errors';
import {
  Bound,
  EffectiveBound,
  formatBound,
  formatLayer,
  parseLimit,
  Verdict,
  WaiverFact,
} from '@perf-governance/plugin-performance-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads what a waiver shall allow, and until when.
 *
 * @throws InputError where a cap can't be read, or isn't looser than the limit in force, or the time is
 *   over or too far away.
 */
export function parseWaiverTerms(
  terms: { cap?: string; expiresAt: string },
  verdict: Verdict,
  options: { now: Date; maxDays: number },
): { cap?: WaiverFact['cap']; expiresAt: Date } {
  return {
    cap: terms.cap === undefined ? undefined : parseCap(terms.cap, verdict),
    expiresAt: parseExpiry(terms.expiresAt, options),
  };
}

function parseCap(text: string, verdict: Verdict): WaiverFact['cap'] {
  const { fail } = verdict.limit;
  if (!fail || !('unit' in verdict)) {
    throw new InputError(
      `'${verdict.title}' has no limit that a cap could take the place of: request it without a cap`,
    );
  }
  const cap = parseLimit(text, fail.unit);
  if (direction(cap) !== direction(fail)) {
    throw new InputError(
      `The cap ${formatBound(
        cap,
      )} looks the other way than the limit ${formatBound(
        fail,
      )}: write it with the same operator`,
    );
  }
  const isLooser =
    direction(fail) === 'lower'
      ? cap.value > fail.value
      : cap.value < fail.value;
  if (!isLooser) {
    throw new InputError(
      `The cap ${formatBound(
        cap,
      )} isn't looser than the limit in force, ${formatBound(
        fail,
      )}, set by ${formatLayer(fail.layer)}: it would allow nothing`,
    );
  }
  const { operator, value, unit } = cap;
  return { operator, value, unit };
}

function direction({
  operator,
}: Pick<Bound | EffectiveBound, 'operator'>): 'lower' | 'higher' {
  return operator.startsWith('<') ? 'lower' : 'higher';
}

function parseExpiry(
  text: string,
  { now, maxDays }: { now: Date; maxDays: number },
): Date {
  const expiresAt = new Date(text);
  if (expiresAt <= now) {
    throw new InputError(
      `A waiver has to end in the future, not at ${expiresAt.toISOString()}`,
    );
  }
  const latest = new Date(now.getTime() + maxDays * DAY_MS);
  if (expiresAt > latest) {
    throw new InputError(
      `A waiver ends after ${maxDays} days at most (performance.waivers.maxDays): at ${latest.toISOString()} or before`,
    );
  }
  return expiresAt;
}
