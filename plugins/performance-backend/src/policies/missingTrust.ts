import { TrustLimits } from './readEnforcementConfig';
import { TrustRecord } from './TrustStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** For how many days a policy has warned of a rule's failures. */
export function daysAtWarn(
  { warnSince }: Pick<TrustRecord, 'warnSince'>,
  now: Date,
): number {
  return warnSince
    ? Math.max(0, now.getTime() - warnSince.getTime()) / DAY_MS
    : 0;
}

/** From when the policy has warned for long enough; undefined where it isn't going to warn. */
export function longEnoughFrom(
  { warnSince, warnFrom }: Pick<TrustRecord, 'warnSince' | 'warnFrom'>,
  limits: TrustLimits,
): Date | undefined {
  const start = warnSince ?? warnFrom;
  return start && new Date(start.getTime() + limits.daysAtWarn * DAY_MS);
}

/** What keeps a policy from blocking by a rule, for people; nothing where it has earned trust. */
export function missingTrust(
  record: Omit<TrustRecord, 'trusted' | 'forced'>,
  limits: TrustLimits,
  now: Date,
): string[] {
  const missing: string[] = [];
  const days = daysAtWarn(record, now);
  if (!record.warnSince) {
    missing.push(
      `It isn't at warn yet; it has to be for ${limits.daysAtWarn} days.`,
    );
  } else if (days < limits.daysAtWarn) {
    missing.push(
      `It has been at warn for ${Math.floor(days)} of ${
        limits.daysAtWarn
      } days: until ${longEnoughFrom(record, limits)?.toISOString()}.`,
    );
  }
  const rates = [
    ['change between pass and fail', 'flipRate', 'maxFlipRate'],
    ['are disputed', 'disputeRate', 'maxDisputeRate'],
    ['are waived', 'waiverRate', 'maxWaiverRate'],
  ] as const;
  for (const [what, rate, limit] of rates) {
    if (record[rate] > limits[limit]) {
      missing.push(
        rate === 'flipRate'
          ? `Its verdicts ${what} ${percent(
              record[rate],
            )} as often as there are verdicts in 14 days; the limit is ${percent(
              limits[limit],
            )}.`
          : `${percent(
              record[rate],
            )} of its verdicts ${what}; the limit is ${percent(
              limits[limit],
            )}.`,
      );
    }
  }
  return missing;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 1000) / 10} %`;
}
