import { InputError } from '@backstage/errors';
import {
  defaultRunType,
  Evaluation,
  ParsedReport,
  RunContext,
  RunFact,
  statisticOf,
  VERDICT_STATES,
} from '@perf-governance/plugin-performance-common';
import { ProjectedEntity } from '../catalog/EntityStore';
import { RunRecord } from '../runs/RunStore';
import { noCounts } from '../runs/runRow';
import { isTrackedBranch } from './isTrackedBranch';
import { configurationFingerprint, runIdOf } from './runIdentity';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A report that was understood, and what its sender said of it. */
export interface Upload {
  entity: ProjectedEntity;
  context: Omit<RunContext, 'entityRef'> & {
    /** Overrides the report's own start. */
    startedAt?: Date;
    /** Of the change that it is of, e.g. `security`. */
    changeLabels?: string[];
  };
  report: ParsedReport;
  contentSha256: string;
  bytes: number;
  principal: string;
}

/**
 * The run that an upload is, before it is judged.
 *
 * @throws InputError where it claims to lie in the future.
 */
export function newRunRecord(
  upload: Upload,
  options: { now: Date; trackedBranches: string[] },
): RunRecord {
  const { entity, context, report, contentSha256, bytes, principal } = upload;
  const { now, trackedBranches } = options;
  const known =
    context.startedAt ??
    (report.startedAt === undefined ? undefined : new Date(report.startedAt));
  const durationMs = Math.round((report.durationSeconds ?? 0) * 1000);
  // Without a start anywhere, the run has just ended.
  const startedAt = known ?? new Date(now.getTime() - durationMs);
  if (startedAt.getTime() > now.getTime() + DAY_MS) {
    throw new InputError(
      `The run starts at ${startedAt.toISOString()}, more than a day from now: check the clock of the machine that ran it, or pass the right \`startedAt\``,
    );
  }
  const overall = report.series.find(
    ({ metric, labels }) =>
      metric === 'http.request.duration' && Object.keys(labels).length === 0,
  );
  const { startedAt: _, changeLabels = [], ...where } = context;
  return {
    ...where,
    id: runIdOf({
      entityId: entity.id,
      ...where,
      startedAt: known,
      contentSha256,
    }),
    entityId: entity.id,
    entityRef: entity.entityRef,
    changeLabels: [...new Set(changeLabels)].sort(),
    type: context.type ?? defaultRunType(report.tool),
    tool: report.tool,
    toolVersion: report.toolVersion,
    format: report.format,
    tracked: isTrackedBranch(context.branch, trackedBranches),
    startedAt,
    endedAt: new Date(startedAt.getTime() + durationMs),
    durationSeconds: report.durationSeconds,
    contentSha256,
    bytes,
    configuration: report.configuration,
    configurationFingerprint: configurationFingerprint(report.configuration),
    toolVerdicts: report.toolVerdicts,
    warnings: report.warnings,
    timeline: report.timeline,
    counts: noCounts(),
    notJudged: [],
    requests: overall?.count,
    p95: overall && statisticOf(overall, 'p95').value,
    createdAt: now,
    createdBy: principal,
  };
}

/** The run with what it was judged. */
export function withOutcome(run: RunRecord, evaluation: Evaluation): RunRecord {
  const counts = noCounts();
  for (const { state } of evaluation.verdicts) {
    counts[state]++;
  }
  return {
    ...run,
    counts,
    outcome: VERDICT_STATES.find(state => counts[state] > 0),
    notJudged: evaluation.notJudged,
  };
}

/** What the engine has to know of a run. */
export function runFactOf(run: RunRecord): RunFact {
  const { entityRef, environment, tool, commit, branch, ciUrl } = run;
  return {
    runId: run.id,
    entityRef,
    environment,
    tool,
    commit,
    branch,
    ciUrl,
    externalId: run.externalId,
    release: run.release,
    type: run.type,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt.toISOString(),
  };
}
