import { Knex } from 'knex';
import { Access } from '../access/Access';
import { FacetName, Facets } from './VerdictReader';

/** Where the values of each facet are, and how they belong to verdicts. */
const FACETS: Record<
  FacetName,
  { table: string; id: string; of: string; value: string } | { value: string }
> = {
  owners: ofEntity('entity_owners', 'owner_ref'),
  systems: {
    table: 'entities',
    id: 'id',
    of: 'entity_id',
    value: 'system_ref',
  },
  domains: ofEntity('entity_domains', 'domain_ref'),
  kinds: { table: 'entities', id: 'id', of: 'entity_id', value: 'kind' },
  types: { table: 'entities', id: 'id', of: 'entity_id', value: 'type' },
  tags: ofEntity('entity_tags', 'tag'),
  lifecycles: {
    table: 'entities',
    id: 'id',
    of: 'entity_id',
    value: 'lifecycle',
  },
  environments: { value: 'environment' },
  metrics: { table: 'rules', id: 'id', of: 'rule_id', value: 'metric' },
  areas: { table: 'rules', id: 'id', of: 'rule_id', value: 'area' },
};

function ofEntity(table: string, value: string) {
  return { table, id: 'entity_id', of: 'entity_id', value };
}

/** Values to filter by, with the number of current verdicts the caller may see. */
export async function selectFacets(
  knex: Knex,
  access: Access,
): Promise<Facets> {
  const facets: Partial<Facets> = {};
  for (const name of Object.keys(FACETS) as FacetName[]) {
    facets[name] = await selectFacet(knex, access, name);
  }
  return facets as Facets;
}

async function selectFacet(knex: Knex, access: Access, name: FacetName) {
  const facet = FACETS[name];
  const query = knex('verdicts');
  let column = `verdicts.${facet.value}`;
  if ('table' in facet) {
    query.join(
      facet.table,
      `${facet.table}.${facet.id}`,
      `verdicts.${facet.of}`,
    );
    column = `${facet.table}.${facet.value}`;
  }
  access.restrict(query, {
    entityId: 'verdicts.entity_id',
    environment: 'verdicts.environment',
  });
  const rows: { value: string; count: number | string }[] = await query
    .whereNotNull(column)
    .groupBy(column)
    .orderBy(column)
    .select({ value: column })
    .count({ count: '*' });
  return rows
    .filter(({ value }) => value !== '*')
    .map(({ value, count }) => ({ value, count: Number(count) }));
}
