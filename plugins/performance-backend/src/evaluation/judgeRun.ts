import {
  Definition,
  EntityFact,
  evaluate,
  Evaluation,
  RunFact,
  Series,
} from '@perf-governance/plugin-performance-common';

/**
 * Judges a run by itself, as of its own end: history is told at its own time, whenever a run arrives.
 *
 * Only by definitions about metrics of a family it holds any of (the first part of the name): a
 * load test isn't blamed for lacking Web Vitals, but for lacking error rates.
 */
export function judgeRun(input: {
  definitions: Definition[];
  subject: EntityFact;
  run: RunFact;
  series: Series[];
}): Evaluation {
  const { definitions, subject, run, series } = input;
  const families = new Set(series.map(({ metric }) => familyOf(metric)));
  const { verdicts, notJudged } = evaluate({
    definitions: definitions.filter(
      ({ kind, spec }) =>
        kind !== 'Budget' ||
        ('metric' in spec && families.has(familyOf(spec.metric))),
    ),
    facts: {
      subject,
      runs: [run],
      series: series.map(one => ({ ...one, runId: run.runId })),
      environments: [run.environment],
      now: run.endedAt,
    },
  });
  // Budgets may name other environments, which this run says nothing about.
  return {
    verdicts: verdicts.filter(
      verdict => verdict.subject.environment === run.environment,
    ),
    notJudged,
  };
}

function familyOf(metric: string): string {
  return metric.split('.', 1)[0];
}
