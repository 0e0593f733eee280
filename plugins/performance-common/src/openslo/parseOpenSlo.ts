import { Document, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import { DocumentPositions } from '../definitions/DocumentPositions';
import { findTooDeep, tooDeepProblem } from '../definitions/findTooDeep';
import { ProblemReporter } from '../definitions/ProblemReporter';
import { readDefinitionDocument } from '../definitions/readDefinitionDocument';
import { DEFINITION_API_VERSION } from '../model';
import { collectSloObjects } from './collectSloObjects';
import { OpenSloLoss } from './OpenSloLoss';
import { OpenSloProblem, OpenSloProfile } from './OpenSloProblem';
import { OpenSloRule } from './openSloRules';
import { ParsedSlo } from './ParsedSlo';
import { readSloObjects, SloEntry } from './readSloObjects';

/** Where our own documents are checked, wherever they will live. */
const OUTSIDE = {
  layer: { kind: 'org' },
  source: { type: 'config', location: '' },
} as const;

/** @public */
export interface ParseOpenSloOptions {
  /** What problems call the file. */
  file: string;
  /** `lenient` unless given. */
  profile?: OpenSloProfile;
}

/** @public */
export interface ParsedOpenSlo {
  /** Those without an error, in the order of the files. */
  slos: ParsedSlo[];
  /** In the order of the files. */
  problems: OpenSloProblem[];
  losses: OpenSloLoss[];
}

/**
 * Reads SLOs in OpenSLO, Sloth's or Pyrra's language from YAML or JSON. SLOs of our own kind
 * are read, too; of other definitions only the problems are told.
 *
 * Never throws for what a user wrote: a document with an error yields problems and no SLO.
 *
 * @public
 */
export function parseOpenSlo(
  text: string,
  options: ParseOpenSloOptions,
): ParsedOpenSlo {
  return parseOpenSloFiles([{ file: options.file, text }], options);
}

/**
 * Reads SLOs from several files, of which objects may refer to each other.
 *
 * @public
 */
export function parseOpenSloFiles(
  files: readonly { file: string; text: string }[],
  options: Pick<ParseOpenSloOptions, 'profile'> = {},
): ParsedOpenSlo {
  const { profile = 'lenient' } = options;
  const entries: SloEntry[] = [];
  const problems: OpenSloProblem[] = [];
  const slos: ParsedSlo[] = [];
  for (const { file, text } of files) {
    readFile(file, text, profile, { entries, problems, slos });
  }
  const read = readSloObjects(entries, profile);
  const order = new Map(files.map(({ file }, index) => [file, index]));
  const inOrder = (a: Place, b: Place) =>
    (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
    a.line - b.line ||
    (a.column ?? 1) - (b.column ?? 1);
  return {
    slos: [...slos, ...read.flatMap(each => each.slos)].sort(inOrder),
    problems: [...problems, ...read.flatMap(each => each.problems)].sort(
      inOrder,
    ),
    losses: read.flatMap(({ losses }) => losses).sort(inOrder),
  };
}

type Place = { file: string; line: number; column?: number };

/** What files hold: our own SLOs are read at once, others once all that they may refer to is there. */
interface FoundInFiles {
  entries: SloEntry[];
  problems: OpenSloProblem[];
  slos: ParsedSlo[];
}

function readFile(
  file: string,
  text: string,
  profile: OpenSloProfile,
  { entries, problems, slos }: FoundInFiles,
): void {
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) {
    problems.push({
      ...tooDeepProblem(file, text, tooDeep),
      source: 'governance',
      acceptedBy: [],
    });
    return;
  }
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const seen = new Map<string, number>();
  const documents = ('empty' in parsed ? [] : parsed).filter(
    document => !isEmptyDocument(document),
  );
  const add = (
    position: { line: number; column: number },
    rule: OpenSloRule,
    message: string,
  ) =>
    problems.push({
      file,
      ...position,
      severity: 'error',
      rule,
      message,
      source: 'spec',
      acceptedBy: [],
    });
  if (documents.length === 0) {
    add({ line: 1, column: 1 }, 'empty-file', 'The file holds no document.');
  }
  for (const document of documents) {
    const positions = new DocumentPositions(document, lines);
    if (document.errors.length > 0) {
      for (const error of document.errors) {
        add(
          positions.ofOffset(error.pos[0]),
          error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax',
          `${error.message}.`,
        );
      }
      continue;
    }
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      // Unresolved or too many aliases.
      add(
        positions.ofValue([]),
        'yaml-syntax',
        `${error instanceof Error ? error.message : error}.`,
      );
      continue;
    }
    if (Object(value).apiVersion === DEFINITION_API_VERSION) {
      const reporter = new ProblemReporter(file, document, lines);
      const ours = readDefinitionDocument(
        document,
        text,
        seen,
        OUTSIDE,
        reporter,
      );
      if (ours?.kind === 'SLO' && !reporter.failed) {
        slos.push({
          metadata: ours.metadata,
          spec: ours.spec,
          dialect: DEFINITION_API_VERSION,
          file,
          line: reporter.startLine,
        });
      }
      problems.push(
        ...reporter.problemsInOrder().map(problem => ({
          ...problem,
          source: 'governance' as const,
          acceptedBy: [],
        })),
      );
      continue;
    }
    collectSloObjects(value, { file, positions, profile }, entries, problems);
  }
}

/** Nothing between two separators, or only comments. */
function isEmptyDocument({ contents, errors }: Document.Parsed): boolean {
  return (
    errors.length === 0 &&
    (contents === null || (isScalar(contents) && contents.value === null))
  );
}
