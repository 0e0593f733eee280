import { Evidence, Labels, RunFact, Series, Subject } from '../model';

type EvidenceSource = Pick<Series, 'count' | 'quantileMethod'>;

/**
 * What verdicts of one entity are made of. Those that follow one another mostly have the same subject and
 * evidence: then they get the same objects.
 */
export class VerdictParts {
  readonly #entityRef: string;
  #subject: Subject | undefined;
  #evidence: Evidence | undefined;
  #run: RunFact | undefined;
  #series: EvidenceSource | undefined;

  constructor(entityRef: string) {
    this.#entityRef = entityRef;
  }

  subjectOf(environment: string, labels: Labels): Subject {
    let subject = this.#subject;
    if (subject?.environment !== environment || subject.labels !== labels) {
      subject = { entityRef: this.#entityRef, environment, labels };
      this.#subject = subject;
    }
    return subject;
  }

  evidenceOf(run: RunFact, series?: EvidenceSource): Evidence {
    if (this.#evidence && this.#run === run && this.#series === series) {
      return this.#evidence;
    }
    this.#run = run;
    this.#series = series;
    this.#evidence = {
      runId: run.runId,
      tool: run.tool,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      samples: series?.count,
      quantileMethod: series?.quantileMethod ?? 'none',
      commit: run.commit,
      branch: run.branch,
    };
    return this.#evidence;
  }
}
