import { isInEnvironments, matchesName } from '../evaluation/selectsRule';
import { Definition, EntitySelector, RuleSelector } from '../model';
import type { DanglingReference } from './danglingReferences';
import { DocumentPath } from './ProblemReporter';

/** What a definition names: another definition, or an entity of the catalog. */
export interface DefinitionReference extends DanglingReference {
  /** Whether a definition is what is meant; never, where an entity is. */
  isMeant: (definition: Definition) => boolean;
}

/** Everything that a definition names, in the order in which it does. */
export function definitionReferences(
  definition: Definition,
): DefinitionReference[] {
  return [...entitiesOf(definition), ...rulesOf(definition)];
}

function rulesOf(definition: Definition): DefinitionReference[] {
  switch (definition.kind) {
    case 'Policy':
    case 'Goal':
      return (definition.spec.rules ?? []).flatMap((rule, index) =>
        ruleReference(rule, ['spec', 'rules', index]),
      );
    case 'Scorecard':
      return definition.spec.levels.flatMap(({ rules }, level) =>
        rules.flatMap((rule, index) =>
          ruleReference(rule, ['spec', 'levels', level, 'rules', index]),
        ),
      );
    case 'ErrorBudgetPolicy':
      return (definition.spec.slos ?? []).map((name, index) =>
        sloReference(name, ['spec', 'slos', index]),
      );
    case 'Check': {
      const { condition } = definition.spec;
      if (condition.type === 'review') {
        return (condition.review.templates ?? []).map((name, index) =>
          templateReference(name, ['spec', 'review', 'template', index]),
        );
      }
      // That a budget is missing is what some checks find out.
      return condition.type === 'verdict' && condition.verdict.slo !== undefined
        ? [sloReference(condition.verdict.slo, ['spec', 'verdict', 'slo'])]
        : [];
    }
    default:
      return [];
  }
}

function ruleReference(
  rule: RuleSelector | { scorecard: string },
  path: DocumentPath,
): DefinitionReference[] {
  if ('scorecard' in rule) {
    const name = rule.scorecard;
    return [
      {
        kind: 'Scorecard',
        name,
        path: [...path, 'scorecard'],
        isMeant: ({ kind, metadata }) =>
          kind === 'Scorecard' && metadata.name === name,
      },
    ];
  }
  if ('check' in rule) {
    const name = rule.check;
    return [
      {
        kind: 'Check',
        name,
        path: [...path, 'check'],
        isMeant: ({ kind, metadata }) =>
          kind === 'Check' && matchesName(name, metadata.name),
      },
    ];
  }
  if ('slo' in rule) {
    return [sloReference(rule.slo, [...path, 'slo'])];
  }
  return 'budget' in rule ? [budgetReference(rule.budget, path)] : [];
}

function templateReference(
  name: string,
  path: DocumentPath,
): DefinitionReference {
  return {
    kind: 'ReviewTemplate',
    name,
    // Where one is written alone, this leads to it as well.
    path,
    isMeant: ({ kind, metadata }) =>
      kind === 'ReviewTemplate' && metadata.name === name,
  };
}

function sloReference(name: string, path: DocumentPath): DefinitionReference {
  return {
    kind: 'SLO',
    name,
    path,
    isMeant: ({ kind, metadata }) =>
      kind === 'SLO' && matchesName(name, metadata.name),
  };
}

function budgetReference(
  {
    metric,
    statistic,
    environments,
  }: Extract<RuleSelector, { budget: unknown }>['budget'],
  path: DocumentPath,
): DefinitionReference {
  return {
    kind: 'Budget',
    name: statistic === undefined ? metric : `${metric} ${statistic}`,
    path: [...path, 'budget', 'metric'],
    isMeant: ({ kind, spec }) =>
      kind === 'Budget' &&
      matchesName(metric, spec.metric) &&
      (statistic === undefined || statistic === spec.statistic) &&
      (!spec.environments ||
        spec.environments.some(environment =>
          isInEnvironments(environments, environment),
        )),
  };
}

function entitiesOf({ kind, spec }: Definition): DefinitionReference[] {
  const references = selectedEntities(spec.appliesTo, ['spec', 'appliesTo']);
  if ('exempt' in spec) {
    for (const [index, { when }] of (spec.exempt ?? []).entries()) {
      references.push(
        ...selectedEntities(when, ['spec', 'exempt', index, 'when']),
      );
    }
  }
  if (kind === 'Policy') {
    for (const [index, stage] of spec.stages.entries()) {
      references.push(
        ...selectedEntities(stage.for, ['spec', 'stages', index, 'for']),
      );
    }
  }
  return references;
}

function selectedEntities(
  selector: EntitySelector | undefined,
  path: DocumentPath,
): DefinitionReference[] {
  return (['owner', 'system', 'domain'] as const).flatMap(field =>
    (selector?.[field] ?? []).map(
      (name, index): DefinitionReference => ({
        kind: 'Entity',
        name,
        // Where one is written alone, this leads to it as well.
        path: [...path, field, index],
        isMeant: () => false,
      }),
    ),
  );
}
