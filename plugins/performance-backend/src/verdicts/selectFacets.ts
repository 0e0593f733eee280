import {
  components,
  GoalDefinition,
  STAGES,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { stageFromColumn } from '../database/stageColumn';
import { whereCountsForGoal } from '../goals/whereCountsForGoal';
import { FacetName, Facets } from './VerdictReader';

type Facet = components['schemas']['Facet'];

/** Facets that counters by entity, environment and area know all of. */
const COUNTED: Partial<
  Record<
    FacetName,
    { table: string; id: string; value: string } | { value: string }
  >
> = {
  owners: ofEntity('entity_owners', 'owner_ref'),
  systems: { table: 'entities', id: 'id', value: 'system_ref' },
  domains: ofEntity('entity_domains', 'domain_ref'),
  kinds: { table: 'entities', id: 'id', value: 'kind' },
  types: { table: 'entities', id: 'id', value: 'type' },
  tags: ofEntity('entity_tags', 'tag'),
  lifecycles: { table: 'entities', id: 'id', value: 'lifecycle' },
  environments: { value: 'environment' },
  areas: { value: 'area' },
};

/** Whose values are refs of entities, which have titles. */
const REFS: FacetName[] = ['owners', 'systems', 'domains'];

function ofEntity(table: string, value: string) {
  return { table, id: 'entity_id', value };
}

/** Values to filter by, with the number of current verdicts the caller may see. */
export async function selectFacets(
  knex: Knex,
  access: Access,
  goals: GoalDefinition[],
): Promise<Facets> {
  const facets: Partial<Facets> = {};
  for (const name of Object.keys(COUNTED) as FacetName[]) {
    facets[name] = await selectCounted(knex, access, name);
  }
  const titles = await selectEntityTitles(
    knex,
    REFS.flatMap(name => facets[name] ?? []).map(({ value }) => value),
  );
  for (const name of REFS) {
    facets[name] = facets[name]?.map(item => ({
      ...item,
      title: titles.get(item.value),
    }));
  }
  return {
    ...facets,
    ...(await selectOfRules(knex, access)),
    goals: await selectGoals(knex, access, goals),
  } as Facets;
}

async function selectCounted(
  knex: Knex,
  access: Access,
  name: FacetName,
): Promise<Facet> {
  const facet = COUNTED[name];
  if (!facet) {
    return [];
  }
  const query = knex('entity_counts');
  let column = `entity_counts.${facet.value}`;
  if ('table' in facet) {
    query.join(
      facet.table,
      `${facet.table}.${facet.id}`,
      'entity_counts.entity_id',
    );
    column = `${facet.table}.${facet.value}`;
  }
  access.restrict(query, {
    entityId: 'entity_counts.entity_id',
    environment: 'entity_counts.environment',
  });
  const rows: { value: string; count: number | string }[] = await query
    .whereNotNull(column)
    .groupBy(column)
    .orderBy(column)
    .select({ value: column })
    .sum({
      count: knex.raw('fail + warn + no_data + pass + not_applicable'),
    });
  return rows
    .map(({ value, count }) => ({ value, count: Number(count) }))
    .filter(({ value, count }) => value !== '*' && count > 0);
}

function verdictsFor(knex: Knex, access: Access): Knex.QueryBuilder {
  const query = knex('verdicts');
  access.restrict(query, {
    entityId: 'verdicts.entity_id',
    environment: 'verdicts.environment',
  });
  return query;
}

/** Reads every verdict that the caller may see, and so only once. */
async function selectOfRules(
  knex: Knex,
  access: Access,
): Promise<Pick<Facets, 'metrics' | 'ruleKinds' | 'rules' | 'stages'>> {
  const counted = verdictsFor(knex, access)
    .groupBy('verdicts.rule_id', 'verdicts.stage')
    .select('verdicts.rule_id', 'verdicts.stage')
    .max({ explanation_id: 'verdicts.explanation_id' })
    .count({ count: '*' });
  const rows: {
    rule_key: string;
    kind: string;
    metric: string;
    title: string;
    stage: number;
    count: number | string;
  }[] = await knex
    .from(counted.as('counted'))
    .join('rules', 'rules.id', 'counted.rule_id')
    .join('explanations', 'explanations.id', 'counted.explanation_id')
    .select(
      'rules.rule_key',
      'rules.kind',
      'rules.metric',
      'explanations.title',
      'counted.stage',
      'counted.count',
    )
    // Of a rule at several stages, one title is the same every time.
    .orderBy('counted.explanation_id');
  const facetOf = (
    valueOf: (row: (typeof rows)[number]) => string,
    titleOf: (row: (typeof rows)[number]) => string | undefined,
  ): Facet => {
    const items = new Map<string, Facet[number]>();
    for (const row of rows) {
      const value = valueOf(row);
      const count = (items.get(value)?.count ?? 0) + Number(row.count);
      items.set(value, { value, title: titleOf(row), count });
    }
    items.delete('');
    return [...items.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
  };
  return {
    metrics: facetOf(
      row => row.metric,
      () => undefined,
    ),
    ruleKinds: facetOf(
      row => row.kind,
      () => undefined,
    ),
    rules: facetOf(
      row => row.rule_key,
      row => row.title,
    ),
    stages: STAGES.flatMap(stage => {
      const count = rows
        .filter(row => stageFromColumn(row.stage) === stage)
        .reduce((sum, row) => sum + Number(row.count), 0);
      return count > 0 ? [{ value: stage, count }] : [];
    }),
  };
}

async function selectGoals(
  knex: Knex,
  access: Access,
  goals: GoalDefinition[],
): Promise<Facet> {
  const facet: Facet = [];
  for (const goal of goals) {
    const query = verdictsFor(knex, access);
    whereCountsForGoal(knex, query, 'verdicts', goal);
    const [{ count }] = await query.count({ count: '*' });
    facet.push({
      value: goal.id,
      title: goal.metadata.title ?? goal.metadata.name,
      count: Number(count),
    });
  }
  return facet;
}
