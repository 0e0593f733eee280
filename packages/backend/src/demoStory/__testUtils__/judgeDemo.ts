import {
  defaultRunType,
  evaluate,
  Evaluation,
  resolveEntityFact,
  RuleTrust,
  RunSummaryFact,
} from '@perf-governance/plugin-performance-common';
import { demoAnswers } from './demoAnswers';
import { demoOrganisation } from './demoOrganisation';
import { NewestReport } from './newestReports';

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The newest run of each test, and when it was run before. */
function summarise(reports: NewestReport[]): RunSummaryFact[] {
  return reports.flatMap(
    ({ environment, startedAt, earlier, report, type }, index) =>
      [startedAt, ...earlier].map((start, age) => ({
        runId: `${index}-${age}`,
        type: type ?? defaultRunType(report.tool),
        tool: report.tool,
        environment,
        startedAt: isoOf(start),
        endedAt: isoOf(start + (report.durationSeconds ?? 0) * 1000),
      })),
  );
}

/**
 * Judges entities of the demo by reports and by what its people answered, as of a time.
 *
 * @param options - `now` in milliseconds since 1970; `trust` of rules that may block.
 */
export function judgeDemo(options: {
  organisation: ReturnType<typeof demoOrganisation>;
  entityRefs: string[];
  reports: NewestReport[];
  now: number;
  trust?: RuleTrust[];
}): Map<string, Evaluation> {
  const { organisation, entityRefs, reports, now, trust } = options;
  const { entities, definitions } = organisation;
  const evaluations = new Map<string, Evaluation>();
  for (const entityRef of entityRefs) {
    const entity = entities.get(entityRef);
    if (!entity) {
      throw new Error(`The demo has no ${entityRef}`);
    }
    const own = reports.filter(report => report.entityRef === entityRef);
    evaluations.set(
      entityRef,
      evaluate({
        definitions,
        facts: {
          subject: resolveEntityFact(entity, ref => entities.get(ref)),
          runs: own.map(({ report, earlier, ...run }, index) => ({
            ...run,
            runId: String(index),
            tool: report.tool,
            startedAt: isoOf(run.startedAt),
            endedAt: isoOf(
              run.startedAt + (report.durationSeconds ?? 0) * 1000,
            ),
          })),
          series: own.flatMap(({ report }, index) =>
            report.series.map(series => ({ ...series, runId: String(index) })),
          ),
          environments: [...new Set(own.map(report => report.environment))],
          runSummaries: summarise(own),
          ...demoAnswers({ entityRef, definitions, now: isoOf(now) }),
          trust,
          now: isoOf(now),
        },
      }),
    );
  }
  return evaluations;
}
