import {
  applicableDefinitions,
  definitionsAbout,
  EntityFacts,
  evaluate,
  foldGate,
  GateResult,
  RunFact,
} from '@perf-governance/plugin-performance-common';
import { ReadReport } from '../input/readReport';
import { describeNotJudged } from './describeNotJudged';
import { Knowledge } from './Knowledge';
import { undecidedDefinitions } from './undecidedDefinitions';

export interface JudgeOfflineOptions {
  environment: string;
  /** Instead of the reports' own start. */
  startedAt?: Date;
  requireEvidence: boolean;
  now: Date;
}

/** Judges reports of one environment by what is known here, as the server would. */
export function judgeOffline(
  reports: ReadReport[],
  knowledge: Knowledge,
  options: JudgeOfflineOptions,
): GateResult {
  const { environment, now } = options;
  const runs = reports.map(report =>
    toRun(report, knowledge.subject.entityRef, options),
  );
  const facts: EntityFacts = {
    subject: knowledge.subject,
    runs,
    series: reports.flatMap(({ report }, index) =>
      report.series.map(series => ({ ...series, runId: runs[index].runId })),
    ),
    environments: [environment],
    now: now.toISOString(),
  };
  const { verdicts, notJudged } = evaluate({
    definitions: definitionsAbout(
      applicableDefinitions(knowledge.definitions, knowledge.subject),
      facts.series.map(({ metric }) => metric),
    ),
    facts,
  });
  const undecided = undecidedDefinitions(knowledge).flatMap(
    ({ definition, assumed, reason }) =>
      evaluate({
        definitions: [definition],
        facts: { ...facts, subject: assumed },
      })
        .verdicts.slice(0, 1)
        .map(({ ruleId, title }) => ({
          ruleId,
          message: `${title} is not judged: ${reason}.`,
        })),
  );
  return foldGate(
    verdicts.filter(verdict => verdict.subject.environment === environment),
    {
      requireEvidence: options.requireEvidence,
      problems: knowledge.problems,
      notJudged: [...undecided, ...notJudged.map(describeNotJudged)],
    },
  );
}

function toRun(
  { name, report }: ReadReport,
  entityRef: string,
  { environment, startedAt, now }: JudgeOfflineOptions,
): RunFact {
  const durationMs = (report.durationSeconds ?? 0) * 1000;
  const reportedStart =
    report.startedAt === undefined ? undefined : new Date(report.startedAt);
  const start =
    startedAt ?? reportedStart ?? new Date(now.getTime() - durationMs);
  return {
    runId: name,
    entityRef,
    environment,
    tool: report.tool,
    startedAt: start.toISOString(),
    endedAt: new Date(start.getTime() + durationMs).toISOString(),
  };
}
