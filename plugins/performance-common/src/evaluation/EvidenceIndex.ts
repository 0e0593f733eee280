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

const NO_RUNS: readonly RunSeries[] = Object.freeze([]);

/** The candidate evidence of one entity, by environment and metric. */
export class EvidenceIndex {
  /** Seen environments, sorted. */
  readonly environments: readonly string[];
  /** Equal for equal environments. */
  readonly environmentsKey: string;
  readonly #environmentsWithRuns = new Set<string>();
  /** By environment, then by metric. */
  readonly #runs = new Map<string, Map<string, RunSeries[]>>();

  constructor(facts: EntityFacts) {
    const runs = new Map(facts.runs.map(run => [run.runId, run]));
    for (const run of facts.runs) {
      this.#environmentsWithRuns.add(run.environment);
    }
    this.environments = [
      ...new Set([...facts.environments, ...this.#environmentsWithRuns]),
    ].sort();
    this.environmentsKey = this.environments.join('\0');
    for (const series of facts.series) {
      const run = runs.get(series.runId);
      if (run) {
        this.#add(run, series);
      }
    }
    for (const ofEnvironment of this.#runs.values()) {
      for (const found of ofEnvironment.values()) {
        if (found.length > 1) {
          found.sort((a, b) => compareNewest(a.run, b.run));
        }
      }
    }
  }

  hasRuns(environment: string): boolean {
    return this.#environmentsWithRuns.has(environment);
  }

  /** The runs of an environment that hold a metric, newest first. */
  runsWith(environment: string, metric: string): readonly RunSeries[] {
    return this.#runs.get(environment)?.get(metric) ?? NO_RUNS;
  }

  #add(run: RunFact, series: EvidenceSeries): void {
    let ofEnvironment = this.#runs.get(run.environment);
    if (!ofEnvironment) {
      ofEnvironment = new Map();
      this.#runs.set(run.environment, ofEnvironment);
    }
    let found = ofEnvironment.get(series.metric);
    if (!found) {
      found = [];
      ofEnvironment.set(series.metric, found);
    }
    // Series of a run mostly follow one another.
    let ofRun =
      found.at(-1)?.run === run
        ? found.at(-1)
        : found.find(one => one.run === run);
    if (!ofRun) {
      ofRun = new RunSeries(run);
      found.push(ofRun);
    }
    ofRun.series.push(series);
  }
}

/** By start, then by id. */
function compareNewest(a: RunFact, b: RunFact): number {
  const difference = Date.parse(b.startedAt) - Date.parse(a.startedAt);
  if (difference !== 0) {
    return difference;
  }
  return a.runId < b.runId ? 1 : -1;
}
