import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { components } from '@perf-governance/plugin-performance-common';

/** What a policy's rule must keep to before the policy may block by it. */
export type TrustLimits = components['schemas']['TrustLimits'];

/** What the organisation allows in the way of exceptions. */
export interface EnforcementConfig {
  /** How long a waiver may last. */
  waiverMaxDays: number;
  trust: TrustLimits;
  /** How long a gate may be overridden. */
  breakGlassMaxHours: number;
}

/** @throws InputError for a number that makes no sense. */
export function readEnforcementConfig(config: Config): EnforcementConfig {
  const read = (key: string, fallback: number, max = Infinity) => {
    const path = `performance.${key}`;
    const value = config.getOptionalNumber(path) ?? fallback;
    if (!(value >= 0 && value <= max)) {
      throw new InputError(
        `${path} is ${value}; it has to be at least 0${
          max === Infinity ? '' : ` and at most ${max}`
        }`,
      );
    }
    return value;
  };
  return {
    waiverMaxDays: read('waivers.maxDays', 90),
    trust: {
      daysAtWarn: read('trust.daysAtWarn', 14),
      maxFlipRate: read('trust.maxFlipRate', 0.1),
      maxDisputeRate: read('trust.maxDisputeRate', 0.05, 1),
      maxWaiverRate: read('trust.maxWaiverRate', 0.2, 1),
    },
    breakGlassMaxHours: read('breakGlass.maxHours', 24),
  };
}
