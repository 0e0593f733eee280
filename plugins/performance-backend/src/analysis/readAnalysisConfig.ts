import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  AnalysisOptions,
  DEFAULT_ANALYSIS_OPTIONS,
} from '@perf-governance/plugin-performance-common';

/** The least that makes sense of each. */
const MINIMA: Record<
  Exclude<keyof AnalysisOptions, 'databaseTypes' | 'libraryTypes'>,
  number
> = {
  singlePointWeight: 1,
  chainCalls: 1,
  fanOut: 1,
  callsPerRequest: 1,
  fanIn: 1,
  sharedDatabaseOwners: 2,
  hotDependents: 1,
  hotTier: 0,
  levelShortfall: 0,
  proposalsPerRule: 1,
};

/**
 * Reads `performance.analysis`.
 *
 * @throws InputError for a number that makes no sense.
 */
export function readAnalysisConfig(config: Config): AnalysisOptions {
  const options = { ...DEFAULT_ANALYSIS_OPTIONS };
  const analysis = config.getOptionalConfig('performance.analysis');
  for (const key of Object.keys(MINIMA) as (keyof typeof MINIMA)[]) {
    const value = analysis?.getOptionalNumber(key);
    if (value !== undefined) {
      if (!(value >= MINIMA[key])) {
        throw new InputError(
          `performance.analysis.${key} is ${value}; it has to be at least ${MINIMA[key]}`,
        );
      }
      options[key] = value;
    }
  }
  for (const key of ['databaseTypes', 'libraryTypes'] as const) {
    options[key] = analysis?.getOptionalStringArray(key) ?? options[key];
  }
  return options;
}
