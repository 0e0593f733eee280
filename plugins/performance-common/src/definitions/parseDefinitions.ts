import { Document, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import {
  Definition,
  DefinitionProblem,
  DefinitionSource,
  Layer,
} from '../model';
import { isInSloDialect } from '../openslo/collectSloObjects';
import { addSlos } from './addSlos';
import { findTooDeep, tooDeepProblem } from './findTooDeep';
import { DocumentPositions } from './DocumentPositions';
import { ProblemReporter } from './ProblemReporter';
import { readDefinitionDocument } from './readDefinitionDocument';
import { SloDocuments } from './SloDocuments';

/** @public */
export interface ParseDefinitionsOptions {
  /** What problems call the file. */
  file: string;
  layer: Layer;
  source: Omit<DefinitionSource, 'line'>;
}

/** @public */
export interface ParsedDefinitions {
  /** Those without an error, each with version 1; a store gives it its own. */
  definitions: Definition[];
  /** In the order of the file. */
  problems: DefinitionProblem[];
  /**
   * Of SLOs that refer to indicators in documents of their own: their ids to the lines where those
   * begin.
   */
  partLines?: Record<string, number[]>;
}

/**
 * Reads definitions from YAML with one or more documents; SLOs may be in the languages of OpenSLO,
 * Sloth and Pyrra, too.
 *
 * Never throws for what a user wrote: a document with an error yields problems and no definition,
 * and the other documents of the file are read all the same.
 *
 * @public
 */
export function parseDefinitions(
  text: string,
  options: ParseDefinitionsOptions,
): ParsedDefinitions {
  const lineCounter = new LineCounter();
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) {
    const problem = tooDeepProblem(options.file, text, tooDeep);
    return { definitions: [], problems: [problem] };
  }
  const parsed = parseAllDocuments(text, { lineCounter, prettyErrors: false });
  const definitions: Definition[] = [];
  const problems: DefinitionProblem[] = [];
  /** Ids to the lines of their documents. */
  const seen = new Map<string, number>();
  const sloDocuments = new SloDocuments(options.file);
  let documents = 0;
  for (const document of 'empty' in parsed ? [] : parsed) {
    if (isEmpty(document)) {
      continue;
    }
    documents += 1;
    const reporter = new ProblemReporter(options.file, document, lineCounter);
    if (isInSloDialect(peek(document))) {
      sloDocuments.add(
        document.toJS(),
        new DocumentPositions(document, lineCounter),
      );
      continue;
    }
    const definition = readDefinitionDocument(
      document,
      text,
      seen,
      options,
      reporter,
    );
    if (definition && !reporter.failed) {
      definitions.push(definition);
    }
    problems.push(...reporter.problemsInOrder());
  }
  if (documents === 0) {
    problems.push({
      file: options.file,
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'empty-file',
      message: 'The file holds no definition.',
    });
  }
  return addSlos({ definitions, problems }, sloDocuments, seen, options);
}

/** What a document holds, where that can be read at all. */
function peek(document: Document.Parsed): unknown {
  try {
    return document.errors.length === 0 ? document.toJS() : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing between two separators, or only comments. */
function isEmpty(document: Document.Parsed): boolean {
  const { contents, errors } = document;
  return (
    errors.length === 0 &&
    (contents === null || (isScalar(contents) && contents.value === null))
  );
}
