import { LineCounter, parseAllDocuments } from 'yaml';
import { matchesName } from '../evaluation/selectsRule';
import { Definition, DefinitionProblem, Layer } from '../model';
import { didYouMean } from './didYouMean';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/**
 * A check, SLO or scorecard that a definition names and nothing has.
 *
 * @public
 */
export interface DanglingReference {
  kind: 'Check' | 'SLO' | 'Scorecard';
  name: string;
  /** To the name, from the root of the definition's document. */
  path: readonly (string | number)[];
}

/**
 * The checks, SLOs and scorecards that a policy, scorecard, goal or check names but that no definition has
 * which could hold for the same entity. Definitions of further in count: an organisation may ask for a
 * check that each of its systems words for itself.
 *
 * @param definitions - Those in force.
 * @returns in the order in which the definition names them.
 * @public
 */
export function danglingReferences(
  definition: Definition,
  definitions: readonly Definition[],
): DanglingReference[] {
  const isKnown = ({ kind, name }: DanglingReference) =>
    definitions.some(
      other =>
        other.kind === kind &&
        mayMeet(other.layer, definition.layer) &&
        (kind !== 'Scorecard'
          ? matchesName(name, other.metadata.name)
          : name === other.metadata.name),
    );
  return referencesOf(definition).filter(reference => !isKnown(reference));
}

/**
 * Warns of {@link danglingReferences}, each at the line and column where the definition names it.
 *
 * @param content - YAML of the definition alone; `source.line` says where it begins in its file.
 * @param definitions - Those in force.
 * @public
 */
export function warnOfDanglingReferences(
  definition: Definition,
  content: string,
  definitions: readonly Definition[],
  options: { file: string },
): DefinitionProblem[] {
  const references = danglingReferences(definition, definitions);
  if (references.length === 0) {
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
  for (const { kind, name, path } of references) {
    reporter.warn(
      RULES[kind],
      path,
      `No ${kind} in force here is named '${name}'.${didYouMean(
        name,
        suggestions(kind, definition, definitions),
      )}`,
    );
  }
  const shift = (definition.source.line ?? 1) - reporter.startLine;
  return reporter
    .problemsInOrder()
    .map(problem => ({ ...problem, line: problem.line + shift }));
}

const RULES = {
  Check: 'unknown-check',
  SLO: 'unknown-slo',
  Scorecard: 'unknown-scorecard',
} as const;

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

function referencesOf(definition: Definition): DanglingReference[] {
  switch (definition.kind) {
    case 'Policy':
    case 'Goal':
      return (definition.spec.rules ?? []).flatMap((rule, index) =>
        referenceOf(rule, ['spec', 'rules', index]),
      );
    case 'Scorecard':
      return definition.spec.levels.flatMap(({ rules }, level) =>
        rules.flatMap((rule, index) =>
          referenceOf(rule, ['spec', 'levels', level, 'rules', index]),
        ),
      );
    case 'ErrorBudgetPolicy':
      return (definition.spec.slos ?? []).map((name, index) => ({
        kind: 'SLO',
        name,
        path: ['spec', 'slos', index],
      }));
    case 'Check': {
      const { condition } = definition.spec;
      return condition.type === 'verdict'
        ? referenceOf(condition.verdict, ['spec', 'verdict'])
        : [];
    }
    default:
      return [];
  }
}

function referenceOf(
  rule: { check: string } | { slo?: string } | { scorecard: string } | object,
  path: DocumentPath,
): DanglingReference[] {
  if ('check' in rule) {
    return [{ kind: 'Check', name: rule.check, path: [...path, 'check'] }];
  }
  if ('slo' in rule && rule.slo !== undefined) {
    return [{ kind: 'SLO', name: rule.slo, path: [...path, 'slo'] }];
  }
  return 'scorecard' in rule
    ? [
        {
          kind: 'Scorecard',
          name: rule.scorecard,
          path: [...path, 'scorecard'],
        },
      ]
    : [];
}
