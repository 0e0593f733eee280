import { components } from '@perf-governance/plugin-performance-common';
import { RunRecord } from './RunStore';

type Schemas = components['schemas'];

/** A run as the API shows it in lists. */
export function runToApi(run: RunRecord): Schemas['Run'] {
  return {
    id: run.id,
    entityRef: run.entityRef,
    environment: run.environment,
    externalId: run.externalId,
    type: run.type,
    tool: run.tool,
    toolVersion: run.toolVersion,
    format: run.format,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt.toISOString(),
    durationSeconds: run.durationSeconds,
    commit: run.commit,
    branch: run.branch,
    tracked: run.tracked,
    ciUrl: run.ciUrl,
    changeLabels: run.changeLabels.length > 0 ? run.changeLabels : undefined,
    release: run.release,
    createdAt: run.createdAt.toISOString(),
    createdBy: run.createdBy,
    outcome: run.outcome,
    counts: run.counts,
    requests: run.requests,
    p95: run.p95,
    invalid: run.invalid && {
      ...run.invalid,
      at: run.invalid.at.toISOString(),
    },
  };
}

/** A run as its own page shows it. */
export function runDetailToApi(
  run: RunRecord,
  may: Schemas['RunDetail']['may'],
): Schemas['RunDetail'] {
  return {
    ...runToApi(run),
    toolVerdicts: run.toolVerdicts,
    warnings: run.warnings,
    timeline: run.timeline,
    configuration: run.configuration,
    contentSha256: run.contentSha256,
    bytes: run.bytes,
    may,
  };
}
