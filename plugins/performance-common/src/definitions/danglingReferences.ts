import { LineCounter, parseAllDocuments } from 'yaml';
import { Definition, DefinitionProblem, Layer } from '../model';
import { definitionReferences } from './definitionReferences';
import { DefinitionRule } from './definitionRules';
import { didYouMean } from './didYouMean';
import { findTooDeep } from './findTooDeep';
import { ProblemReporter } from './ProblemReporter';

/**
 * A definition or an entity that a definition names and nothing is.
 *
 * @public
 */
export interface DanglingReference {
  kind: 'Check' | 'Scorecard' | 'Budget' | 'SLO' | 'ReviewTemplate' | 'Entity';
  /** A name, which may end in `*`; of an entity its ref, of a budget its metric and statistic. */
  name: string;
  /** To the name, from the root of the definition's document. */
  path: readonly (string | number)[];
}

/**
 * What definitions may name.
 *
 * @public
 */
export interface ReferenceTargets {
  /** Those in force. */
  definitions: readonly Definition[];
  /** Full refs of those there are among what {@link entityRefsNamedBy} gives; without it, all are taken to be there. */
  entityRefs?: ReadonlySet<string>;
}

const RULES: Record<DanglingReference['kind'], DefinitionRule> = {
  Check: 'unknown-check',
  Scorecard: 'unknown-scorecard',
  Budget: 'unknown-budget',
  SLO: 'unknown-slo',
  ReviewTemplate: 'unknown-template',
  Entity: 'unknown-entity',
};

/**
 * Full refs of the owners, systems and domains that a definition's selectors name.
 *
 * @public
 */
export function entityRefsNamedBy(definition: Definition): string[] {
  return definitionReferences(definition)
    .filter(({ kind }) => kind === 'Entity')
    .map(({ name }) => name);
}

/**
 * What a definition names that is not there: owners, systems and domains that the catalog doesn't have,
 * and checks, budgets, SLOs, scorecards and templates of reviews that no definition has which could hold for the same
 * entity. Definitions of further in count: an organisation may ask for a check that each of its
 * systems words for itself.
 *
 * @returns in the order in which the definition names them, entities first.
 * @public
 */
export function danglingReferences(
  definition: Definition,
  { definitions, entityRefs }: ReferenceTargets,
): DanglingReference[] {
  return definitionReferences(definition)
    .filter(({ kind, name, isMeant }) =>
      kind === 'Entity'
        ? entityRefs && !entityRefs.has(name)
        : !definitions.some(
            other => mayMeet(other.layer, definition.layer) && isMeant(other),
          ),
    )
    .map(({ kind, name, path }) => ({ kind, name, path }));
}

/**
 * Warns of {@link danglingReferences}, each at the line and column where the definition names it.
 *
 * @param content - YAML of the definition alone; `source.line` says where it begins in its file.
 * @public
 */
export function warnOfDanglingReferences(
  definition: Definition,
  content: string,
  targets: ReferenceTargets,
  options: { file: string },
): DefinitionProblem[] {
  const references = danglingReferences(definition, targets);
  if (references.length === 0 || findTooDeep(content) !== undefined) {
    return [];
  }
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(content, {
    lineCounter,
    prettyErrors: false,
  });
  if ('empty' in documents) {
    return [];
  }
  const reporter = new ProblemReporter(options.file, documents[0], lineCounter);
  for (const reference of references) {
    reporter.warn(
      RULES[reference.kind],
      reference.path,
      describe(reference, definition, targets),
    );
  }
  const shift = (definition.source.line ?? 1) - reporter.startLine;
  return reporter
    .problemsInOrder()
    .map(problem => ({ ...problem, line: problem.line + shift }));
}

function describe(
  { kind, name }: DanglingReference,
  definition: Definition,
  { definitions }: ReferenceTargets,
): string {
  switch (kind) {
    case 'Entity':
      return `The catalog has no '${name}', so nothing is selected by it.`;
    case 'Budget':
      return `No Budget in force here is on '${name}'.`;
    default:
      return `No ${kind} in force here is named '${name}'.${didYouMean(
        name,
        suggestions(kind, definition, definitions),
      )}`;
  }
}

/** Whether an entity can be in both layers: it is in one system at most, but in several of the others. */
function mayMeet(one: Layer, other: Layer): boolean {
  return (
    one.kind !== 'system' ||
    other.kind !== 'system' ||
    one.entityRef === other.entityRef
  );
}

/** Names that everyone who sees the definition may see, too. */
function suggestions(
  kind: DanglingReference['kind'],
  { layer }: Definition,
  definitions: readonly Definition[],
): string[] {
  return definitions
    .filter(
      other =>
        other.kind === kind &&
        (other.layer.kind === 'org' ||
          other.layer.entityRef === layer.entityRef),
    )
    .map(({ metadata }) => metadata.name);
}
