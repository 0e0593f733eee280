import {
  Document,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import { didYouMean } from '../definitions/didYouMean';
import {
  DocumentPath,
  DocumentPositions,
} from '../definitions/DocumentPositions';
import { DEFINITION_API_VERSION } from '../model';
import { OpenSloLoss } from './OpenSloLoss';
import {
  OpenSloAuthority,
  OpenSloProblem,
  OpenSloProfile,
} from './OpenSloProblem';
import { OpenSloRule } from './openSloRules';
import { ParsedSlo } from './ParsedSlo';
import { readSloObjects, SloEntry } from './readSloObjects';
import { KNOWN_VERSIONS, sloDialectOf } from './sloDialectOf';
import { isMapping } from './SloMapping';

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
  /** How many objects there are in a language for SLOs, of whatever kind. */
  objects: number;
}

/**
 * Reads SLOs in OpenSLO, Sloth's or Pyrra's language from YAML or JSON. Documents of our own kinds
 * are left to `parseDefinitions`.
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
  for (const { file, text } of files) {
    readFile(file, text, profile, entries, problems);
  }
  const read = readSloObjects(entries, profile);
  const order = new Map(files.map(({ file }, index) => [file, index]));
  const inOrder = (a: Place, b: Place) =>
    (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
    a.line - b.line ||
    a.column - b.column;
  return {
    slos: read.flatMap(({ slos }) => slos),
    problems: [...problems, ...read.flatMap(each => each.problems)].sort(
      inOrder,
    ),
    losses: read.flatMap(({ losses }) => losses).sort(inOrder),
    objects: entries.length,
  };
}

type Place = Pick<OpenSloProblem, 'file' | 'line' | 'column'>;

function readFile(
  file: string,
  text: string,
  profile: OpenSloProfile,
  entries: SloEntry[],
  problems: OpenSloProblem[],
): void {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const documents = ('empty' in parsed ? [] : parsed).filter(
    document => !isEmptyDocument(document),
  );
  const add = (
    position: { line: number; column: number },
    rule: OpenSloRule,
    message: string,
    whose: Partial<OpenSloProblem> = {},
  ) =>
    problems.push({
      file,
      ...position,
      severity: 'error',
      rule,
      message,
      source: 'spec',
      acceptedBy: [],
      ...whose,
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
    if (Array.isArray(value)) {
      const acceptedBy: OpenSloAuthority[] = ['sdk'];
      add(
        positions.ofValue([]),
        'list-of-objects',
        'The document is a list of objects, which only the SDK reads; separate them by `---`.',
        {
          acceptedBy,
          severity: profile === 'strict' ? 'error' : 'warning',
        },
      );
    }
    for (const { base, object } of objectsOf(value)) {
      const dialect = sloDialectOf(object);
      if (!isMapping(object)) {
        add(
          positions.ofValue(base),
          'not-a-mapping',
          'A document is a mapping with a version and a kind.',
        );
      } else if (dialect && dialect !== 'unsupported') {
        entries.push({ file, positions, base, dialect, value: object });
      } else if (object.apiVersion !== DEFINITION_API_VERSION) {
        const field = 'version' in object ? 'version' : 'apiVersion';
        const written = object[field];
        add(
          positions.ofValue([...base, field]),
          written === undefined ? 'missing-field' : 'unsupported-api-version',
          written === undefined
            ? "The document lacks the field 'apiVersion'."
            : `The version must be one of ${KNOWN_VERSIONS.join(
                ', ',
              )}, not '${written}'.${didYouMean(
                String(written),
                KNOWN_VERSIONS,
              )}`,
        );
      }
    }
  }
}

/** A document's objects: itself, or its elements where it is a list. */
export function objectsOf(
  value: unknown,
): { base: DocumentPath; object: unknown }[] {
  return Array.isArray(value)
    ? value.map((object, index) => ({ base: [index], object }))
    : [{ base: [], object: value }];
}

/** Nothing between two separators, or only comments. */
export function isEmptyDocument({
  contents,
  errors,
}: Document.Parsed): boolean {
  return (
    errors.length === 0 &&
    !isMap(contents) &&
    (contents === null || (isScalar(contents) && contents.value === null))
  );
}
