import { EntityFacts, EvidenceSeries, RunFact } from '../model';
import { labelsKey } from './labels';

/** The series of one metric in one run. */
export class RunSeries {
  readonly run: RunFact;
  readonly series: EvidenceSeries[] = [];
  #byLabels: Map<string, EvidenceSeries> | undefined;

  constructor(run: RunFact) {
    this.run = run;
  }

  /** The series with exactly these labels. */
  withLabels(key: string): EvidenceSeries | undefined {
    if (this.series.length === 1) {
      const [only] = this.series;
      return labelsKey(only.labels) === key ? only : undefined;
    }
    this.#byLabels ??= new Map(
      this.series.map(series => [labelsKey(series.labels), series]),
    );
    return this.#byLabels.get(key);
  }
}

/** The candidate evidence of one entity, by environment and metric. */
export class EvidenceIndex {
  /** Seen environments, sorted. */
  readonly environments: readonly string[];
  /** Equal for equal environments. */
  readonly environmentsKey: string;
  readonly #environmentsWithRuns = new Set<string>();
  readonly #runs = new Map<string, RunSeries[]>();

  constructor(facts: EntityFacts) {
    const runs = new Map(facts.runs.map(run => [run.runId, run]));
    for (const run of facts.runs) {
      this.#environmentsWithRuns.add(run.environment);
    }
    this.environments = [
      ...new Set([...facts.environments, ...this.#environmentsWithRuns]),
    ].sort();
    this.environmentsKey = this.environments.join('\0');
    const found = new Map<string, Map<string, RunSeries>>();
    for (const series of facts.series) {
      const run = runs.get(series.runId);
      if (run) {
        const key = indexKey(run.environment, series.metric);
        let byRun = found.get(key);
        if (!byRun) {
          byRun = new Map();
          found.set(key, byRun);
        }
        let runSeries = byRun.get(run.runId);
        if (!runSeries) {
          runSeries = new RunSeries(run);
          byRun.set(run.runId, runSeries);
        }
        runSeries.series.push(series);
      }
    }
    for (const [key, byRun] of found) {
      this.#runs.set(
        key,
        [...byRun.values()].sort((a, b) => compareNewest(a.run, b.run)),
      );
    }
  }

  hasRuns(environment: string): boolean {
    return this.#environmentsWithRuns.has(environment);
  }

  /** The runs of an environment that hold a metric, newest first. */
  runsWith(environment: string, metric: string): readonly RunSeries[] {
    return this.#runs.get(indexKey(environment, metric)) ?? [];
  }
}

function indexKey(environment: string, metric: string): string {
  return `${environment}\0${metric}`;
}

/** By start, then by id. */
function compareNewest(a: RunFact, b: RunFact): number {
  const difference = Date.parse(b.startedAt) - Date.parse(a.startedAt);
  if (difference !== 0) {
    return difference;
  }
  return a.runId < b.runId ? 1 : -1;
}
