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
import { checkSchema } from './checkSchema';
import { DEFINITION_KINDS } from './definitionSchemas';
import { didYouMean } from './didYouMean';
import { ProblemReporter } from './ProblemReporter';
import { readBudget, WrittenBudget } from './readBudget';
import { readCheck, WrittenCheck } from './readCheck';
import { readGoal, WrittenGoal } from './readGoal';
import { readJourney, WrittenJourney } from './readJourney';
import { readPolicy, WrittenPolicy } from './readPolicy';
import { readScorecard, WrittenScorecard } from './readScorecard';

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
}

/**
 * Reads definitions from YAML with one or more documents.
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
  const seen = new Map<string, number>();
  let documents = 0;
  for (const document of 'empty' in parsed ? [] : parsed) {
    if (isEmpty(document)) {
      continue;
    }
    documents += 1;
    const reporter = new ProblemReporter(options.file, document, lineCounter);
    const definition = readDocument(document, text, options, reporter);
    if (definition) {
      const previous = seen.get(definition.id);
      if (previous !== undefined) {
        reporter.error(
          'duplicate-name',
          ['metadata', 'name'],
          `The file holds another ${definition.kind} named '${definition.metadata.name}', in line ${previous}.`,
        );
      } else {
        seen.set(definition.id, definition.source.line ?? 1);
      }
      if (!reporter.failed) {
        definitions.push(definition);
      }
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
  return { definitions, problems };
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
  const value: unknown = toValue(document, reporter);
  const kind = readKind(value, reporter);
  if (!kind || !checkSchema(kind, value, reporter)) {
    return undefined;
  }
  // The schema has vouched for the shape.
  const { metadata, spec } = value as {
    metadata: DefinitionMetadata;
    spec: unknown;
  };
  const common = {
    id: definitionId(options.layer, kind, metadata.name),
    version: 1,
    metadata,
    layer: options.layer,
    source: { ...options.source, line: reporter.startLine },
  };
  switch (kind) {
    case 'Budget': {
      const budget = readBudget(spec as WrittenBudget, reporter);
      return budget && { ...common, kind, spec: budget };
    }
    case 'Check': {
      const check = readCheck(spec as WrittenCheck, reporter);
      return check && { ...common, kind, spec: check };
    }
    case 'Goal': {
      const goal = readGoal(spec as WrittenGoal, reporter);
      return goal && { ...common, kind, spec: goal };
    }
    case 'Scorecard':
      return {
        ...common,
        kind,
        spec: readScorecard(spec as WrittenScorecard, reporter),
      };
    case 'Policy':
      return {
        ...common,
        kind,
        spec: readPolicy(spec as WrittenPolicy, reporter),
      };
    default:
      return {
        ...common,
        kind,
        spec: readJourney(spec as WrittenJourney, reporter),
      };
  }
}

/**
 * The id of a definition: stable over its versions.
 *
 * @public
 */
export function definitionId(
  layer: Layer,
  kind: DefinitionKind,
  name: string,
): string {
  return `${layer.entityRef ?? 'org'}/${kind.toLowerCase()}/${name}`;
}

function toValue(
  document: Document.Parsed,
  reporter: ProblemReporter,
): unknown {
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
  value: unknown,
  reporter: ProblemReporter,
): DefinitionKind | undefined {
  if (value === undefined) {
    return undefined;
  }
  const written = (value as { kind?: unknown }).kind;
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
