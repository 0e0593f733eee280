import {
  foldGate,
  Verdict,
  verdictKey,
} from '@perf-governance/plugin-performance-common';
import { describeNotJudged } from '../check/describeNotJudged';
import { GateReport } from '../render/GateReport';
import { Terminal } from '../terminal/Terminal';
import { PerformanceServer, UploadQuery } from './PerformanceServer';
import { sendReport } from './sendReport';
import { changeNotes, judgedReportOf, toVerdicts } from './toGateReport';

export interface JudgeOnlineOptions {
  query: Omit<UploadQuery, 'fileName'>;
  requireEvidence: boolean;
  /** Where people open Backstage; without it there are no links to runs. */
  appUrl?: string;
}

function onceEach(verdicts: Verdict[]): Verdict[] {
  const seen = new Set<string>();
  return verdicts.filter(verdict => {
    if (verdict.kind === 'budget') {
      return true;
    }
    const key = verdictKey(verdict);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Has the server judge reports one after the other, and folds their verdicts into one gate. */
export async function judgeOnline(
  paths: string[],
  server: PerformanceServer,
  { query, requireEvidence, appUrl }: JudgeOnlineOptions,
  terminal: Terminal,
): Promise<GateReport> {
  const judged = [];
  for (const path of paths) {
    judged.push(await sendReport(path, query, server, terminal));
  }
  const results = judged.map(({ result }) => result);
  return {
    result: foldGate(
      // Each report's gate holds the entity's checks and SLOs, too.
      onceEach(results.flatMap(({ gate }) => toVerdicts(gate.verdicts))),
      {
        requireEvidence,
        // Of the entity, and so the same for each report.
        errorBudgetActions: results[0]?.gate.gate.errorBudgetActions,
        changeLabels: results.flatMap(({ run }) => run.changeLabels ?? []),
        override: results.find(({ gate }) => gate.gate.override)?.gate.gate
          .override,
        notJudged: results.flatMap(({ notJudged = [] }) =>
          notJudged.map(describeNotJudged),
        ),
      },
    ),
    entityRef: query.entityRef,
    environment: query.environment,
    reports: judged.map(({ name, result }) => judgedReportOf(name, result)),
    notes: results.flatMap(result => [
      ...(result.dryRun
        ? []
        : [
            `Run ${result.run.id} ${
              result.duplicate ? 'was there already' : 'is stored'
            }.`,
          ]),
      ...changeNotes(result),
    ]),
    links: [
      ...results
        .filter(({ dryRun }) => appUrl && !dryRun)
        .map(({ run }) => ({
          title: `Run ${run.id}`,
          url: `${appUrl?.replace(/\/+$/, '')}/performance/runs/${run.id}`,
        })),
      ...(query.ciUrl ? [{ title: 'Build', url: query.ciUrl }] : []),
    ],
  };
}
