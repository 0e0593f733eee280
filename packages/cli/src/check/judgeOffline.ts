import {
  applicableDefinitions,
  definitionsAbout,
  EntityFacts,
  evaluate,
  foldGate,
  GateResult,
  RunFact,
  RunType,
} from '@perf-governance/plugin-performance-common';
import { ReadReport } from '../input/readReport';
import { describeNotJudged } from './describeNotJudged';
import { errorBudgetsOffline } from './errorBudgetsOffline';
import { judgeChecksOffline, mayBlock } from './judgeChecksOffline';
import { Knowledge } from './Knowledge';
import { undecidedDefinitions } from './undecidedDefinitions';

export interface JudgeOfflineOptions {
  environment: string;
  /** Instead of the reports' own start. */
  startedAt?: Date;
  type?: RunType;
  requireEvidence: boolean;
  /** Of the change, e.g. `security`. */
  changeLabels?: string[];
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
    ...knowledge.facts,
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
  const checks = judgeChecksOffline(knowledge, now);
  const errorBudgets = errorBudgetsOffline(knowledge);
  return foldGate(
    [
      ...verdicts.filter(
        verdict => verdict.subject.environment === environment,
      ),
      ...checks.verdicts,
    ],
    {
      requireEvidence: options.requireEvidence,
      problems: knowledge.problems,
      errorBudgetActions: errorBudgets.actions,
      changeLabels: options.changeLabels,
      notJudged: [
        ...undecidedRules(knowledge, facts),
        ...checks.notJudged,
        ...errorBudgets.notJudged,
        ...notJudged.map(describeNotJudged),
      ],
    },
  );
}

/** What may or may not hold for the subject. Of checks, only those that may close the gate matter. */
function undecidedRules(
  knowledge: Knowledge,
  facts: EntityFacts,
): { ruleId: string; message: string }[] {
  const policies = knowledge.definitions.filter(
    ({ kind }) => kind === 'Policy',
  );
  return undecidedDefinitions(knowledge).flatMap(
    ({ definition, assumed, reason }) => {
      if (
        definition.kind === 'Policy' ||
        definition.kind === 'ErrorBudgetPolicy'
      ) {
        const { name, title = name } = definition.metadata;
        const kind =
          definition.kind === 'Policy' ? 'policy' : 'error-budget policy';
        return [
          {
            ruleId: definition.id,
            message: `The ${kind} ${title} is left out: ${reason}.`,
          },
        ];
      }
      return evaluate({
        definitions: [definition, ...policies],
        // Findings are there whatever this definition says.
        facts: { ...facts, findings: undefined, subject: assumed },
      })
        .verdicts.slice(0, 1)
        .filter(verdict => mayBlock(verdict, knowledge))
        .map(({ ruleId, title }) => ({
          ruleId,
          message: `${title} is not judged: ${reason}.`,
        }));
    },
  );
}

function toRun(
  { name, report }: ReadReport,
  entityRef: string,
  { environment, startedAt, type, now }: JudgeOfflineOptions,
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
    type,
    startedAt: start.toISOString(),
    endedAt: new Date(start.getTime() + durationMs).toISOString(),
  };
}
