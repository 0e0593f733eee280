import { Document, isMap, YAMLError } from 'yaml';
import { Definition, DefinitionKind, DefinitionMetadata } from '../model';
import { checkSchema } from './checkSchema';
import { definitionId } from './definitionId';
import { DEFINITION_KINDS } from './definitionSchemas';
import { didYouMean } from './didYouMean';
import { ProblemReporter } from './ProblemReporter';
import { readBudget } from './readBudget';
import { readCheck } from './readCheck';
import { readErrorBudgetPolicy } from './readErrorBudgetPolicy';
import { readGoal } from './readGoal';
import { readJourney } from './readJourney';
import { readPolicy } from './readPolicy';
import { readReviewTemplate } from './readReviewTemplate';
import { readScorecard } from './readScorecard';
import { readSlo } from './readSlo';

import type { ParseDefinitionsOptions } from './parseDefinitions';

/**
 * Reads one document of a file as a definition.
 *
 * @param text - Of the whole file.
 * @param seen - Ids to the lines of their documents; added to.
 */
export function readDefinitionDocument(
  document: Document.Parsed,
  text: string,
  seen: Map<string, number>,
  options: Pick<ParseDefinitionsOptions, 'layer' | 'source'>,
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
    case 'ReviewTemplate': {
      const spec = readReviewTemplate(written, reporter);
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
