import { Knex } from 'knex';
import { Access } from '../access/Access';
import { entityOfRow, EntityRow } from '../catalog/entityRow';
import { filterEntities } from '../catalog/filterEntities';
import { BigIntColumn, dateOf, jsonOf, optional } from '../database/columns';
import { ScorecardShape } from '../scorecards/scorecardShape';
import { COUNT_COLUMNS, countsFromRow, CountsRow } from './counts';
import {
  EntityListQuery,
  EntityListReader,
  ListedEntity,
} from './EntityListReader';
import { selectBlocks, selectNextBlocks } from './selectBlocks';

const TOTAL = '(counted.fail + counted.warn + counted.no_data + counted.pass)';
const SHARE = `case when ${TOTAL} > 0 then 1.0 * (counted.pass + counted.warn) / ${TOTAL} end`;

/** What to sort by, each in its natural order. Who has nothing to compare comes last. */
const SORT: Record<EntityListQuery['sort'], [string, 'asc' | 'desc'][]> = {
  worst: [
    ['counted.fail', 'desc'],
    ['counted.no_data', 'desc'],
    [SHARE, 'asc'],
  ],
  entity: [['listed.entity_ref', 'asc']],
  share: [[SHARE, 'asc']],
  score: [['results.score', 'asc']],
  nextBlock: [['blocks.blocks_at', 'asc']],
};

type ListedRow = EntityRow &
  CountsRow & {
    definition_id: string | null;
    level_rank: number | null;
    level_name: string | null;
    score: number | null;
    shape: string | null;
  };

/** Lists entities from the projection of the catalog, counters and scorecards' results. */
export class DatabaseEntityListReader implements EntityListReader {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  async list(query: EntityListQuery, access: Access) {
    const page = this.#listed(query, access)
      .leftJoin('scorecard_results as results', join =>
        join
          .on('results.entity_id', 'listed.id')
          .andOnVal('results.main', this.knex.raw('true')),
      )
      .leftJoin('scorecard_shapes as shapes', 'shapes.id', 'results.shape_id')
      .select(
        'listed.*',
        ...COUNT_COLUMNS.map(column => `counted.${column}`),
        'results.definition_id',
        'results.level_rank',
        'results.level_name',
        'results.score',
        'shapes.body as shape',
      );
    if (query.sort === 'nextBlock') {
      page.leftJoin(
        selectNextBlocks(this.knex, access).as('blocks'),
        'blocks.entity_id',
        'listed.id',
      );
    }
    const [[, naturalOrder]] = SORT[query.sort];
    const isReversed =
      query.order !== undefined && query.order !== naturalOrder;
    for (const [expression, order] of SORT[query.sort]) {
      page.orderByRaw(`(${expression}) is null`);
      page.orderByRaw(
        `${expression} ${(order === 'asc') === isReversed ? 'desc' : 'asc'}`,
      );
    }
    const rows: ListedRow[] = await page
      .orderBy('listed.entity_ref')
      .limit(query.limit)
      .offset(query.offset);
    const [{ count }] = await this.#listed(query, access).count({ count: '*' });
    const blocks = await selectBlocks(
      this.knex,
      rows.map(row => row.id),
      access,
    );
    const openGates = await this.#openGates(rows.map(row => row.id));
    return {
      items: rows.map(row => ({
        entity: entityOfRow(row),
        gateOpenUntil: openGates.get(row.id),
        counts: countsFromRow(row),
        blocking: 0,
        ...blocks.get(row.id),
        scorecard: scorecardOf(row),
      })),
      totalItems: Number(count),
    };
  }

  /** Relies on break_glass_entity_idx. */
  async #openGates(entityIds: number[]): Promise<Map<number, Date>> {
    const rows: { entity_id: number; until: BigIntColumn }[] = await this.knex(
      'break_glass',
    )
      .whereIn('entity_id', entityIds)
      .where('until', '>', this.clock().getTime())
      .whereNull('ended_at')
      .select('entity_id', 'until');
    return new Map(rows.map(row => [row.entity_id, dateOf(row.until)]));
  }

  /** Entities under the name `listed`, with their counts as `counted`. */
  #listed(query: EntityListQuery, access: Access): Knex.QueryBuilder {
    const counts = this.knex('entity_counts')
      .groupBy('entity_counts.entity_id')
      .select('entity_counts.entity_id')
      .havingRaw('sum(fail + warn + no_data + pass + not_applicable) > 0');
    for (const column of COUNT_COLUMNS) {
      counts.sum({ [column]: column });
    }
    for (const column of ['environment', 'area'] as const) {
      const values = query[column];
      if (values) {
        counts.whereIn(`entity_counts.${column}`, values);
      }
    }
    access.restrict(counts, {
      entityId: 'entity_counts.entity_id',
      environment: 'entity_counts.environment',
    });
    const listed = this.knex('entities as listed')
      .leftJoin(counts.as('counted'), 'counted.entity_id', 'listed.id')
      .whereNull('listed.retired_at')
      .where(either =>
        either
          .where('listed.kind', 'component')
          .orWhereNotNull('counted.entity_id'),
      );
    filterEntities(this.knex, listed, 'listed.id', query);
    access.restrict(listed, { entityId: 'listed.id' });
    return listed;
  }
}

function scorecardOf(row: ListedRow): ListedEntity['scorecard'] {
  if (row.definition_id === null || row.shape === null) {
    return undefined;
  }
  const { title, levels } = jsonOf<ScorecardShape>(row.shape);
  const { level_rank: rank, level_name: name } = row;
  return {
    definitionId: row.definition_id,
    title,
    ...(rank !== null &&
      name !== null && {
        level: { name, title: levels[rank]?.title ?? name, rank },
      }),
    score: optional(row.score),
  };
}
