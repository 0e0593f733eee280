import { Knex } from 'knex';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { effortOf, riskOfColumn } from './findingRow';
import { FindingFacetName, FindingFacets } from './FindingStore';

const COLUMNS: Record<
  FindingFacetName,
  { value: string; text?: (column: number) => string }
> = {
  statuses: { value: 'findings.status' },
  risks: { value: 'findings.risk', text: riskOfColumn },
  categories: { value: 'findings.category' },
  efforts: { value: 'findings.effort', text: effortOf },
  assignees: { value: 'findings.owner_ref' },
  owners: { value: 'entity_owners.owner_ref' },
};

/**
 * Values to filter by, with the number of findings.
 *
 * @param filter - adds the conditions on `findings`, but for that on the facet.
 */
export async function selectFindingFacets(
  knex: Knex,
  filter: (builder: Knex.QueryBuilder, except: FindingFacetName) => void,
): Promise<FindingFacets> {
  const facets: FindingFacets = {
    statuses: [],
    risks: [],
    categories: [],
    efforts: [],
    assignees: [],
    owners: [],
  };
  for (const name of Object.keys(COLUMNS) as FindingFacetName[]) {
    const { value, text } = COLUMNS[name];
    const query = knex('findings').whereNotNull(value);
    if (name === 'owners') {
      query.join(
        'entity_owners',
        'entity_owners.entity_id',
        'findings.entity_id',
      );
    }
    filter(query, name);
    const rows: { value: string | number; count: number | string }[] =
      await query
        .groupBy(value)
        .orderBy(value)
        .select({ value })
        .count({ count: '*' });
    facets[name] = rows.map(row => ({
      value: text ? text(Number(row.value)) : String(row.value),
      count: Number(row.count),
    }));
  }
  const titles = await selectEntityTitles(
    knex,
    [...facets.assignees, ...facets.owners].map(({ value }) => value),
  );
  for (const name of ['assignees', 'owners'] as const) {
    facets[name] = facets[name].map(item => ({
      ...item,
      title: titles.get(item.value),
    }));
  }
  return facets;
}
