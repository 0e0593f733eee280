import {
  formatLabels,
  Statistic,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { JudgedReport } from '../render/GateReport';
import { STATE_WORDS } from '../render/stateWords';
import { UploadResult } from './PerformanceServer';

/** The engine's own type: over HTTP a statistic is any text, but only the engine writes it. */
export function toVerdicts(verdicts: UploadResult['verdicts']): Verdict[] {
  return verdicts.map(verdict =>
    verdict.kind === 'budget'
      ? { ...verdict, statistic: verdict.statistic as Statistic }
      : verdict,
  );
}

export function judgedReportOf(
  name: string,
  { run }: UploadResult,
): JudgedReport {
  return {
    name,
    runId: run.id,
    tool: run.tool,
    toolVersion: run.toolVersion,
    format: run.format,
    durationSeconds: run.durationSeconds,
    requests: run.requests,
    toolVerdicts: run.toolVerdicts,
    warnings: run.warnings,
  };
}

/** What a report changes, or would change, in the entity's current state. */
export function changeNotes({
  changes,
  dryRun,
  changesCurrentState,
  note,
}: UploadResult): string[] {
  const verb = dryRun || !changesCurrentState ? 'would change' : 'changed';
  return [
    ...changes.map(({ title, subject, from, to }) => {
      const labels = formatLabels(subject.labels);
      return `Current state ${verb}: ${title}${labels ? ` (${labels})` : ''} ${
        from ? `${STATE_WORDS[from]} → ` : ''
      }${STATE_WORDS[to]}`;
    }),
    ...(note ? [note] : []),
  ];
}
