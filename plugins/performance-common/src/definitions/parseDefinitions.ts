import {
  Document,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  YAMLError,
} from 'yaml';
import {
  Definition,
  DefinitionKind,
  DefinitionMetadata,
  DefinitionProblem,
  DefinitionSource,
  Layer,
} from '../model';
import { isInSloDialect } from '../openslo/collectSloObjects';
import { addSlos } from './addSlos';
import { checkSchema } from './checkSchema';
import { definitionId } from './definitionId';
import { DEFINITION_KINDS } from './definitionSchemas';
import { didYouMean } from './didYouMean';
import { DocumentPositions } from './DocumentPositions';
import { ProblemReporter } from './ProblemReporter';
import { readBudget } from './readBudget';
import { readCheck } from './readCheck';
import { readErrorBudgetPolicy } from './readErrorBudgetPolicy';
import { readGoal } from './readGoal';
import { readJourney } from './readJourney';
import { readPolicy } from './readPolicy';
import { readScorecard } from './readScorecard';
import { readSlo } from './readSlo';
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
    const definition = readDocument(document, text, seen, options, reporter);
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

function readDocument(
  document: Document.Parsed,
  text: string,
  seen: Map<string, number>,
  options: ParseDefinitionsOptions,
  reporter: ProblemReporter,
): Definition | undefined {
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      reportSyntax(error, text, reporter);
    }
    return undefined;
  }
  if (!isMap(document.contents)) {
    reporter.error(
      'not-a-mapping',
      [],
      'A definition is a mapping with apiVersion, kind, metadata and spec.',
    );
    return undefined;
  }
  const value = toValue(document, reporter);
  const kind = value && readKind(value, reporter);
  if (!kind) {
    return undefined;
  }
  checkSchema(kind, value, reporter);
  // The schema has vouched for the shape of what is left.
  const { metadata, spec = {} } = value as {
    metadata?: Partial<DefinitionMetadata>;
    spec?: object;
  };
  const line = reporter.startLine;
  const read = readSpec(kind, spec, reporter);
  if (metadata?.name === undefined) {
    return undefined;
  }
  const { name } = metadata;
  const id = definitionId(options.layer, kind, name);
  const previous = seen.get(id);
  if (previous !== undefined) {
    reporter.error(
      'duplicate-name',
      ['metadata', 'name'],
      `The file holds another ${kind} named '${name}', in line ${previous}.`,
    );
  }
  seen.set(id, previous ?? line);
  return (
    read && {
      id,
      version: 1,
      ...read,
      metadata: { ...metadata, name },
      layer: options.layer,
      source: { ...options.source, line },
    }
  );
}

/** What of a definition its kind decides; `undefined` where a part that it needs can't be read. */
type ReadSpec = Definition extends infer Each
  ? Each extends Definition
    ? Pick<Each, 'kind' | 'spec'>
    : never
  : never;

function readSpec(
  kind: DefinitionKind,
  written: object,
  reporter: ProblemReporter,
): ReadSpec | undefined {
  switch (kind) {
    case 'Budget': {
      const spec = readBudget(written, reporter);
      return spec && { kind, spec };
    }
    case 'Check': {
      const spec = readCheck(written, reporter);
      return spec && { kind, spec };
    }
    case 'Goal': {
      const spec = readGoal(written, reporter);
      return spec && { kind, spec };
    }
    case 'Scorecard':
      return { kind, spec: readScorecard(written, reporter) };
    case 'Policy':
      return { kind, spec: readPolicy(written, reporter) };
    case 'Journey': {
      const spec = readJourney(written, reporter);
      return spec && { kind, spec };
    }
    case 'SLO': {
      const spec = readSlo(written, reporter);
      return spec && { kind, spec };
    }
    default:
      return { kind, spec: readErrorBudgetPolicy(written, reporter) };
  }
}

function toValue(
  document: Document.Parsed,
  reporter: ProblemReporter,
): object | undefined {
  try {
    return document.toJS();
  } catch (error) {
    // Unresolved or too many aliases.
    reporter.error(
      'yaml-syntax',
      [],
      `${error instanceof Error ? error.message : error}.`,
    );
    return undefined;
  }
}

function readKind(
  value: { kind?: unknown },
  reporter: ProblemReporter,
): DefinitionKind | undefined {
  const { kind: written } = value;
  if (written === undefined) {
    reporter.error(
      'missing-field',
      [],
      `The document lacks the field 'kind'; it is one of ${DEFINITION_KINDS.join(
        ', ',
      )}.`,
    );
    return undefined;
  }
  const kind = DEFINITION_KINDS.find(known => known === written);
  if (!kind) {
    reporter.error(
      'unknown-kind',
      ['kind'],
      `Unknown kind '${written}'.${didYouMean(
        String(written),
        DEFINITION_KINDS,
      )} Known are ${DEFINITION_KINDS.join(', ')}.`,
    );
  }
  return kind;
}

function reportSyntax(
  error: YAMLError,
  text: string,
  reporter: ProblemReporter,
): void {
  const offset = error.pos[0];
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart).split('\n', 1)[0];
  const hint = /:\s*>[=\s\d]/.test(line)
    ? ' In YAML a leading `>` begins a block of text; write the limit in quotes.'
    : '';
  reporter.errorAtOffset(
    error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax',
    offset,
    `${error.message}.${hint}`,
  );
}
