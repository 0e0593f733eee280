import {
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parentRefs } from '../catalog';
import { applicableDefinitions } from '../evaluation/applicableDefinitions';
import {
  BudgetSpec,
  Definition,
  EntityFact,
  ReviewSurroundings,
  SloSpec,
} from '../model';
import { formatSloDuration } from '../openslo/sloDuration';
import { formatQuantity } from '../units';

const RELATIONS = [
  RELATION_DEPENDS_ON,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
  RELATION_API_PROVIDED_BY,
  RELATION_API_CONSUMED_BY,
];

const APIS = [RELATION_PROVIDES_API, RELATION_CONSUMES_API];

/**
 * What the answers of a review of an entity are given for; see `ReviewDependency`. Relations, APIs and owners are full
 * refs; SLOs and budgets are the names of those in force for it with what they ask for, e.g.
 * `availability: 99.9 % over 28d`; the lifecycle is that of its `spec`. All sorted, each once.
 *
 * @param definitions - All there are; those that are about the entity count.
 * @public
 */
export function reviewSurroundings(
  fact: EntityFact,
  definitions: readonly Definition[],
): ReviewSurroundings {
  const { entity } = fact;
  const applicable = applicableDefinitions(
    definitions.filter(({ kind }) => kind === 'SLO' || kind === 'Budget'),
    fact,
  );
  const slos: string[] = [];
  const budgets: string[] = [];
  for (const { kind, metadata, spec } of applicable) {
    if (kind === 'SLO') {
      slos.push(`${metadata.name}: ${describeSlo(spec)}`);
    } else if (kind === 'Budget') {
      budgets.push(`${metadata.name}: ${describeBudget(spec)}`);
    }
  }
  const lifecycle = entity.spec?.lifecycle;
  return {
    relations: targets(fact, RELATIONS),
    apis: targets(fact, APIS),
    owner: sorted(parentRefs(entity).owners),
    slos: sorted(slos),
    budgets: sorted(budgets),
    lifecycle: typeof lifecycle === 'string' ? [lifecycle] : [],
  };
}

function targets({ entity }: EntityFact, types: readonly string[]): string[] {
  return sorted(
    (entity.relations ?? [])
      .filter(({ type }) => types.includes(type))
      .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef))),
  );
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function describeSlo({ objectives, timeWindow, environment }: SloSpec): string {
  const targetTexts = objectives.map(
    ({ target, threshold }) =>
      `${formatQuantity(target, 'ratio', 15)}${
        threshold ? ` ${threshold.operator} ${threshold.value}` : ''
      }`,
  );
  return `${targetTexts.join(', ')} over ${formatSloDuration(
    timeWindow.duration,
  )} in ${environment}`;
}

function describeBudget(spec: BudgetSpec): string {
  const { metric, statistic, labels, per, environments, fail, warn } = spec;
  return [
    `${statistic} of ${metric}`,
    ...Object.entries(labels ?? {}).map(([name, value]) => `${name}=${value}`),
    ...(per ? [`per ${per.join(', ')}`] : []),
    ...(fail ? [fail.text] : []),
    ...(warn ? [`warn ${warn.text}`] : []),
    ...(environments ? [`in ${environments.join(', ')}`] : []),
  ].join(' ');
}
