import { collectSloObjects } from '../openslo/collectSloObjects';
import { OpenSloProblem } from '../openslo/OpenSloProblem';
import { readSloObjects, SloEntry } from '../openslo/readSloObjects';
import { DefinitionProblem, SloDefinition } from '../model';
import { DocumentPositions } from './DocumentPositions';

/** SLOs of a file that are in other languages than ours, and may refer to each other. */
export class SloDocuments {
  readonly #file: string;
  readonly #entries: SloEntry[] = [];
  readonly #problems: OpenSloProblem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(value: unknown, positions: DocumentPositions): void {
    collectSloObjects(
      value,
      { file: this.#file, positions, profile: 'lenient' },
      this.#entries,
      this.#problems,
    );
  }

  /** Reads what has been added. */
  read(): {
    slos: (Pick<SloDefinition, 'metadata' | 'spec'> & {
      line: number;
      /** Lines of other documents that it is made of, too. */
      partLines: number[];
    })[];
    problems: DefinitionProblem[];
  } {
    const read = readSloObjects(this.#entries, 'lenient');
    const problems = [
      ...this.#problems,
      ...read.flatMap(each => each.problems),
    ];
    return {
      slos: read.flatMap(({ slos, sliLines }) =>
        slos.map(({ metadata, spec, line }) => ({
          metadata,
          spec,
          line,
          partLines: sliLines,
        })),
      ),
      problems: [
        // The schema has been withdrawn; what only it refuses is worth knowing where portability is.
        ...problems
          .filter(
            ({ severity, source }) =>
              severity === 'error' || source !== 'schema',
          )
          .map(({ acceptedBy: _, ...problem }) => problem),
        ...read
          .flatMap(({ losses }) => losses)
          .filter(({ effect }) => effect === 'changed')
          .map(
            ({ file, line, column, said, becomes }): DefinitionProblem => ({
              file,
              line,
              column,
              severity: 'warning',
              rule: 'not-held',
              message: `It says ${said}; that becomes ${becomes}.`,
              source: 'governance',
            }),
          ),
      ],
    };
  }
}
