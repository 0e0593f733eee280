import { DocumentPath, ProblemReporter } from './ProblemReporter';

/** Names of parts of a definition that must differ; reports each that doesn't. */
export class UniqueNames {
  readonly #seen = new Set<string>();
  readonly #what: string;
  readonly #reporter: ProblemReporter;

  /** @param what - What is named, e.g. `question`. */
  constructor(what: string, reporter: ProblemReporter) {
    this.#what = what;
    this.#reporter = reporter;
  }

  add(name: string | undefined, path: DocumentPath): void {
    if (name === undefined) {
      return;
    }
    if (this.#seen.has(name)) {
      this.#reporter.error(
        'duplicate-name',
        path,
        `There is another ${this.#what} named '${name}'.`,
      );
    }
    this.#seen.add(name);
  }
}
