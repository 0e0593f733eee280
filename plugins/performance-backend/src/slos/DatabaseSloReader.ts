import { Knex } from 'knex';
import { Access } from '../access/Access';
import { filterEntities, whereContains } from '../catalog/filterEntities';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { noCounts } from '../runs/runRow';
import { Slo } from './Slo';
import { SloQuery, SloReader } from './SloReader';
import { selectSloFacets } from './selectSloFacets';
import { selectSloGroups } from './selectSloGroups';
import {
  severityFromColumn,
  severityToColumn,
  sloOfRow,
  SloRow,
} from './sloRow';

/** Columns to sort by and the order that is natural for each. */
const SORT: Record<SloQuery['sort'], [string, 'asc' | 'desc']> = {
  burn: ['slos.burn_rate', 'desc'],
  remaining: ['slos.remaining_share', 'asc'],
  attainment: ['slos.attainment', 'asc'],
  title: ['slos.title', 'asc'],
  entity: ['entities.entity_ref', 'asc'],
  state: ['slos.state', 'asc'],
};

interface CountRow {
  state: number;
  severity: number;
  count: number | string;
}

/** Reads SLOs from the plugin's database. */
export class DatabaseSloReader implements SloReader {
  constructor(private readonly knex: Knex) {}

  async list(query: SloQuery, access: Access) {
    const { knex } = this;
    const [column, naturalOrder] = SORT[query.sort];
    const page = knex('slos')
      .join('entities', 'entities.id', 'slos.entity_id')
      // What has no number comes last.
      .orderByRaw('?? is null', [column])
      .orderBy([
        { column, order: query.order ?? naturalOrder },
        { column: 'slos.state' },
        { column: 'slos.id' },
      ])
      .limit(query.limit)
      .offset(query.offset)
      .select('slos.*');
    filterSlos(knex, page, query, access);
    whereStanding(page, query);

    const counted = knex('slos')
      .groupBy('slos.state', 'slos.severity')
      .select('slos.state', 'slos.severity')
      .count<CountRow[]>({ count: '*' });
    filterSlos(knex, counted, query, access);
    const [items, groups]: [Slo[], CountRow[]] = await Promise.all([
      this.#read(page),
      counted,
    ]);
    const counts = noCounts();
    const alerts = { page: 0, ticket: 0, none: 0 };
    let totalItems = 0;
    for (const group of groups) {
      const state = stateFromColumn(group.state);
      const severity = severityFromColumn(group.severity);
      const count = Number(group.count);
      const inStates = query.state?.includes(state) ?? true;
      const inAlerts =
        !query.alert ||
        (severity !== undefined && query.alert.includes(severity));
      counts[state] += count;
      alerts[severity ?? 'none'] += count;
      totalItems += inStates && inAlerts ? count : 0;
    }
    return { items, totalItems, counts, alerts };
  }

  async get(id: number, access: Access) {
    const query = this.knex('slos').where('slos.id', id).select('slos.*');
    filterSlos(this.knex, query, {}, access);
    const [slo] = await this.#read(query);
    return slo;
  }

  async ofEntities(entityRefs: string[], limit: number, access: Access) {
    if (entityRefs.length === 0) {
      return [];
    }
    const query = this.knex('slos')
      .whereIn(
        'slos.entity_id',
        this.knex('entities').whereIn('entity_ref', entityRefs).select('id'),
      )
      .orderBy('slos.state')
      .orderByRaw('slos.burn_rate is null')
      .orderBy([
        { column: 'slos.burn_rate', order: 'desc' },
        { column: 'slos.id' },
      ])
      .limit(limit);
    filterSlos(this.knex, query, {}, access);
    return this.#read(query.select('slos.*'));
  }

  async countBySource(access: Access) {
    const query = this.knex('slos').groupBy('slos.sources');
    filterSlos(this.knex, query, {}, access);
    const rows: { sources: string; count: number | string }[] = await query
      .select('slos.sources')
      .count({ count: '*' });
    const counts = new Map<string, number>();
    for (const { sources, count } of rows) {
      for (const source of JSON.parse(sources) as string[]) {
        counts.set(source, (counts.get(source) ?? 0) + Number(count));
      }
    }
    return counts;
  }

  async groups(
    query: SloQuery,
    groupBy: NonNullable<SloQuery['groupBy']>,
    access: Access,
  ) {
    return selectSloGroups(this.knex, groupBy, builder => {
      filterSlos(this.knex, builder, query, access);
      whereStanding(builder, query);
    });
  }

  /** Sorted without their wide parts, which only the page then has. */
  async #read(query: Knex.QueryBuilder): Promise<Slo[]> {
    const rows: SloRow[] = await query;
    const statuses: { slo_id: number; status: string }[] = await this.knex(
      'slo_statuses',
    )
      .whereIn(
        'slo_id',
        rows.map(({ id }) => id),
      )
      .select('slo_id', 'status');
    const byId = new Map(
      statuses.map(({ slo_id: id, status }) => [id, status]),
    );
    return rows.map(row => sloOfRow({ ...row, status: byId.get(row.id) }));
  }

  async facets(access: Access) {
    return selectSloFacets(this.knex, builder =>
      filterSlos(this.knex, builder, {}, access),
    );
  }
}

/** Adds the conditions of a query, apart from those on how SLOs stand, and what the caller may see. */
function filterSlos(
  knex: Knex,
  builder: Knex.QueryBuilder,
  query: Partial<SloQuery>,
  access: Access,
): void {
  builder.whereNull('slos.retired_at');
  if (query.entityRef !== undefined) {
    builder.whereIn(
      'slos.entity_id',
      knex('entities')
        .where('entity_ref', query.entityRef.toLocaleLowerCase('en-US'))
        .select('id'),
    );
  }
  const { q, ...ofEntity } = query;
  filterEntities(knex, builder, 'slos.entity_id', ofEntity);
  if (query.environment) {
    builder.whereIn('slos.environment', query.environment);
  }
  if (query.definition) {
    builder.whereIn('slos.definition_name', query.definition);
  }
  if (query.composite !== undefined) {
    builder.where('slos.composite', query.composite);
  }
  const { source } = query;
  if (source) {
    builder.where(either => {
      for (const name of source) {
        either.orWhere(one =>
          whereContains(one, ['slos.sources'], JSON.stringify(name)),
        );
      }
    });
  }
  if (q?.trim()) {
    const entities = knex('entities').select('id');
    whereContains(entities, ['entity_ref', 'title'], q);
    builder.where(either => {
      either
        .whereIn('slos.entity_id', entities)
        .orWhere(one =>
          whereContains(one, ['slos.title', 'slos.definition_name'], q),
        );
    });
  }
  access.restrict(builder, {
    entityId: 'slos.entity_id',
    environment: 'slos.environment',
  });
}

function whereStanding(
  builder: Knex.QueryBuilder,
  { state, alert }: SloQuery,
): void {
  if (state) {
    builder.whereIn('slos.state', state.map(stateToColumn));
  }
  if (alert) {
    builder.whereIn('slos.severity', alert.map(severityToColumn));
  }
}
