import {
  FindingCategory,
  FindingStatus,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { effortColumn, effortOf, riskColumn, riskOfColumn } from './findingRow';
import { LookedUpFilter } from './filterFindings';
import { FindingFacetName, FindingFacets } from './FindingStore';

/** How many findings have this in common. */
interface Cell {
  status: FindingStatus;
  risk: number;
  category: FindingCategory;
  effort: number | null;
  count: number | string;
}

type CellFacet = Extract<
  FindingFacetName,
  'statuses' | 'risks' | 'categories' | 'efforts'
>;

/** Facets of which a cell has one value each, what that is, and what it is in answers. */
const CELL_FACETS: Record<
  CellFacet,
  {
    column: Exclude<keyof Cell, 'count'>;
    wanted: (filter: LookedUpFilter) => (string | number)[] | undefined;
    text: (column: string | number) => string;
  }
> = {
  statuses: {
    column: 'status',
    wanted: ({ status }) => status,
    text: String,
  },
  risks: {
    column: 'risk',
    wanted: ({ risk }) => risk?.map(riskColumn),
    text: column => riskOfColumn(Number(column)),
  },
  categories: {
    column: 'category',
    wanted: ({ category }) => category,
    text: String,
  },
  efforts: {
    column: 'effort',
    wanted: ({ effort }) => effort?.map(effortColumn),
    text: column => effortOf(Number(column)),
  },
};

const CELL_FACET_NAMES = Object.keys(CELL_FACETS) as CellFacet[];

/**
 * Values to filter by, with the number of findings under all filters but that on the facet itself; and the number under
 * all of them.
 *
 * @param narrow - adds the conditions on `findings`, but for those on these facets.
 */
export async function selectFindingFacets(
  knex: Knex,
  filter: LookedUpFilter,
  narrow: (
    builder: Knex.QueryBuilder,
    except: readonly FindingFacetName[],
  ) => void,
): Promise<{ facets: FindingFacets; totalItems: number }> {
  const cells = knex('findings');
  narrow(cells, CELL_FACET_NAMES);
  const counted: Cell[] = await cells
    .groupBy('status', 'risk', 'category', 'effort')
    .select('status', 'risk', 'category', 'effort')
    .count({ count: '*' });
  const valuesOf = (name: CellFacet) =>
    valuesIn(
      counted.filter(cell => isWanted(cell, filter, name)),
      name,
    );

  const assignees = knex('findings').whereNotNull('findings.owner_ref');
  narrow(assignees, ['assignees']);
  // Entities have several owners: groups within groups.
  const byEntity = knex('findings');
  narrow(byEntity, ['owners']);
  const owners = knex
    .from(
      byEntity
        .groupBy('findings.entity_id')
        .select('findings.entity_id')
        .count({ findings: '*' })
        .as('counted'),
    )
    .join('entity_owners', 'entity_owners.entity_id', 'counted.entity_id');
  const facets = await withTitles(knex, {
    statuses: valuesOf('statuses'),
    risks: valuesOf('risks'),
    categories: valuesOf('categories'),
    efforts: valuesOf('efforts'),
    assignees: toFacet(
      await assignees
        .groupBy('findings.owner_ref')
        .orderBy('findings.owner_ref')
        .select({ value: 'findings.owner_ref' })
        .count({ count: '*' }),
    ),
    owners: toFacet(
      await owners
        .groupBy('entity_owners.owner_ref')
        .orderBy('entity_owners.owner_ref')
        .select({ value: 'entity_owners.owner_ref' })
        .sum({ count: 'counted.findings' }),
    ),
  });
  const wanted = counted.filter(cell => isWanted(cell, filter));
  return {
    facets,
    totalItems: wanted.reduce((sum, { count }) => sum + Number(count), 0),
  };
}

function isWanted(
  cell: Cell,
  filter: LookedUpFilter,
  except?: CellFacet,
): boolean {
  return CELL_FACET_NAMES.every(name => {
    const { column, wanted } = CELL_FACETS[name];
    const value = cell[column];
    return (
      name === except || (wanted(filter)?.some(each => each === value) ?? true)
    );
  });
}

function valuesIn(cells: Cell[], name: CellFacet): FindingFacets[CellFacet] {
  const { column, text } = CELL_FACETS[name];
  const counts = new Map<string | number, number>();
  for (const cell of cells) {
    const value = cell[column];
    if (value !== null) {
      counts.set(value, (counts.get(value) ?? 0) + Number(cell.count));
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, count]) => ({ value: text(value), count }));
}

function toFacet(
  rows: { value: string; count: number | string }[],
): FindingFacets['owners'] {
  return rows.map(({ value, count }) => ({ value, count: Number(count) }));
}

async function withTitles(
  knex: Knex,
  facets: FindingFacets,
): Promise<FindingFacets> {
  const { assignees, owners } = facets;
  const titles = await selectEntityTitles(
    knex,
    [...assignees, ...owners].map(({ value }) => value),
  );
  const named = (facet: FindingFacets['owners']) =>
    facet.map(item => ({ ...item, title: titles.get(item.value) }));
  return { ...facets, assignees: named(assignees), owners: named(owners) };
}
