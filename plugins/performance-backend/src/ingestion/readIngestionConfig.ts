import { Config } from '@backstage/config';
import {
  DEFAULT_REPORT_LIMITS,
  ReportLimits,
} from '@perf-governance/plugin-performance-node';

const DEFAULT_TRACKED_BRANCHES = ['main', 'master'];
const DEFAULT_MAX_RUN_BYTES = 20 * 1024 * 1024;

/** What `performance.*` says of uploads. */
export interface IngestionConfig {
  /** Branches whose runs change current state; `*` stands for any characters. */
  trackedBranches: string[];
  limits: ReportLimits;
  /** Bytes of the body of `POST /runs`. */
  maxRunBytes: number;
}

/** Reads `performance.trackedBranches` and `performance.reports.*`. */
export function readIngestionConfig(config: Config): IngestionConfig {
  const limits = { ...DEFAULT_REPORT_LIMITS };
  for (const name of Object.keys(limits) as (keyof ReportLimits)[]) {
    limits[name] =
      config.getOptionalNumber(`performance.reports.limits.${name}`) ??
      limits[name];
  }
  return {
    trackedBranches:
      config.getOptionalStringArray('performance.trackedBranches') ??
      DEFAULT_TRACKED_BRANCHES,
    limits,
    maxRunBytes:
      config.getOptionalNumber('performance.reports.maxRunBytes') ??
      DEFAULT_MAX_RUN_BYTES,
  };
}
