import {
  Definition,
  definitionsAbout,
  EntityFact,
  evaluate,
  Evaluation,
  RatchetFact,
  RunFact,
  Series,
} from '@perf-governance/plugin-performance-common';

/**
 * Judges a run by itself and what it is about, as of its own end: history is told at its own time,
 * whenever a run arrives.
 */
export function judgeRun(input: {
  definitions: Definition[];
  subject: EntityFact;
  run: RunFact;
  series: Series[];
  /** The best that runs before it kept up. */
  ratchets?: RatchetFact[];
}): Evaluation {
  const { definitions, subject, run, series, ratchets } = input;
  const { verdicts, notJudged } = evaluate({
    definitions: definitionsAbout(
      definitions,
      series.map(({ metric }) => metric),
    ),
    facts: {
      subject,
      runs: [run],
      series: series.map(one => ({ ...one, runId: run.runId })),
      environments: [run.environment],
      ratchets,
      now: run.endedAt,
    },
  });
  // Budgets may name other environments, which this run says nothing about.
  return {
    verdicts: verdicts.filter(
      verdict => verdict.subject.environment === run.environment,
    ),
    notJudged,
    scorecards: [],
  };
}
