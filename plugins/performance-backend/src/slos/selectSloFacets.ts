import { components } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { SloFacetName } from './SloReader';

type Facet = components['schemas']['Facet'];

const COLUMNS: Record<SloFacetName, { column: string; table?: string }> = {
  owners: { table: 'entity_owners', column: 'entity_owners.owner_ref' },
  systems: { column: 'entities.system_ref' },
  domains: { table: 'entity_domains', column: 'entity_domains.domain_ref' },
  kinds: { column: 'entities.kind' },
  types: { column: 'entities.type' },
  tags: { table: 'entity_tags', column: 'entity_tags.tag' },
  lifecycles: { column: 'entities.lifecycle' },
  environments: { column: 'slos.environment' },
  definitions: { column: 'slos.definition_name' },
  sources: { column: 'slos.sources' },
};

/** Whose values are refs of entities, which have titles. */
const REFS: readonly SloFacetName[] = ['owners', 'systems', 'domains'];

/**
 * Values to filter by, with the number of SLOs.
 *
 * @param filter - adds the conditions on `slos`.
 */
export async function selectSloFacets(
  knex: Knex,
  filter: (builder: Knex.QueryBuilder) => void,
): Promise<Record<SloFacetName, Facet>> {
  const facets: Partial<Record<SloFacetName, Facet>> = {};
  for (const name of Object.keys(COLUMNS) as SloFacetName[]) {
    const { column, table } = COLUMNS[name];
    const query = knex('slos').join(
      'entities',
      'entities.id',
      'slos.entity_id',
    );
    if (table) {
      query.join(table, `${table}.entity_id`, 'slos.entity_id');
    }
    filter(query);
    const rows: { value: string; count: number | string }[] = await query
      .whereNotNull(column)
      .groupBy(column)
      .orderBy(column)
      .select({ value: column })
      .count({ count: '*' });
    facets[name] =
      name === 'sources'
        ? countSources(rows)
        : rows.map(({ value, count }) => ({ value, count: Number(count) }));
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
  return facets as Record<SloFacetName, Facet>;
}

/** One that is measured from several counts for each. */
function countSources(
  rows: { value: string; count: number | string }[],
): Facet {
  const counts = new Map<string, number>();
  for (const { value, count } of rows) {
    for (const source of JSON.parse(value) as string[]) {
      counts.set(source, (counts.get(source) ?? 0) + Number(count));
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
