import { parentRefs } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { entityOfRow, EntityRow } from '../catalog/entityRow';
import { filterEntities, NO_VALUE } from '../catalog/filterEntities';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { chunked } from '../database/chunked';
import {
  addCounts,
  COUNT_COLUMNS,
  Counts,
  countsFromRow,
  CountsRow,
} from './counts';
import { startOfDay } from './days';
import { groupBy, selectMembers } from './groupings';
import { Grouping, RollupQuery, RollupReader } from './RollupReader';
import {
  MEASURED,
  selectFirstChanges,
  selectNewVerdicts,
} from './selectFirstChanges';
import { sumAsInteger } from './sumAsInteger';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

const SUMS = COUNT_COLUMNS.map(
  column => `sum(counted.${column}) as ${column}`,
).join(', ');

const VERDICTS =
  '(counted.fail + counted.warn + counted.no_data + counted.pass + counted.not_applicable)';

const SHARE = '1.0 * (pass + warn) / (fail + warn + no_data + pass)';

/** Counts over the counters in the plugin's database. */
export class DatabaseRollupReader implements RollupReader {
  constructor(private readonly knex: Knex) {}

  async groups(by: Grouping, query: RollupQuery, access: Access) {
    const rows: (CountsRow & { value: string; entities: number | string })[] =
      await this.#groups(by, query, access);
    return rows
      .filter(row => Number(row.entities) > 0)
      .map(row => ({
        value: row.value,
        entities: Number(row.entities),
        counts: countsFromRow(row),
      }));
  }

  async levels(by: Grouping, query: RollupQuery, access: Access) {
    const levels = this.knex('scorecard_results')
      .join('entities', 'entities.id', 'scorecard_results.entity_id')
      .whereNull('entities.retired_at')
      .whereNull('scorecard_results.exempt');
    filterEntities(this.knex, levels, 'scorecard_results.entity_id', query);
    access.restrict(levels, { entityId: 'scorecard_results.entity_id' });
    const columns = ['definition_id', 'level_rank', 'level_name'].map(
      column => `scorecard_results.${column}`,
    );
    groupBy(this.knex, levels, 'scorecard_results.entity_id', by);
    const rows: {
      value: string;
      definition_id: string;
      level_rank: number | null;
      level_name: string | null;
      entities: number | string;
    }[] = await levels
      .groupBy(columns)
      .select(columns)
      .count({ entities: '*' });
    return rows.map(row => ({
      value: row.value,
      definitionId: row.definition_id,
      rank: row.level_rank ?? -1,
      name: row.level_name ?? undefined,
      entities: Number(row.entities),
    }));
  }

  async cells(by: Grouping, query: RollupQuery, access: Access) {
    const cells = this.#current(query, access);
    groupBy(this.knex, cells, 'counted.entity_id', by);
    const rows: (CountsRow & { value: string; area: string })[] = await cells
      .groupBy('counted.area')
      .havingRaw(`sum(${VERDICTS}) > 0`)
      .select('counted.area', this.knex.raw(SUMS));
    return rows.map(row => ({
      value: row.value,
      area: row.area,
      counts: countsFromRow(row),
    }));
  }

  async trend(
    query: RollupQuery,
    { from, today }: { from: number; today: number },
    access: Access,
  ) {
    // What is retired since counts for the days before.
    const current: CountsRow[] = await this.#counted(
      'entity_counts',
      query,
      access,
    ).select(this.knex.raw(SUMS));
    const changes: (CountsRow & { day: number })[] = await this.#counted(
      'trend_changes',
      query,
      access,
    )
      .where('counted.day', '>', from)
      .groupBy('counted.day')
      .select('counted.day', this.knex.raw(SUMS));

    const byDay = new Map(changes.map(row => [row.day, countsFromRow(row)]));
    const counts = countsFromRow(current[0]);
    const points: { day: number; counts: Counts }[] = [];
    for (let day = today; day >= from; day--) {
      points.push({ day, counts: { ...counts } });
      const ofDay = byDay.get(day);
      if (ofDay) {
        addCounts(counts, ofDay, -1);
      }
    }
    return points.reverse();
  }

  async movers(
    by: Exclude<Grouping, 'organisation'>,
    query: RollupQuery,
    { since, limit }: { since: number; limit: number },
    access: Access,
  ) {
    const comparison = { since: startOfDay(since + 1), access };
    const changes = selectFirstChanges(this.knex, query, comparison).whereNotIn(
      'changes.entity_id',
      this.#retired(),
    );
    // A verdict that came up since moves nobody: only who has other changes needs to be compared.
    const values = this.knex
      .from('changes')
      .havingRaw('sum(now_warn + now_pass) <> sum(then_warn + then_pass)');
    groupBy(this.knex, values, 'changes.entity_id', by);
    const members = this.knex('members').select('id');
    const current = this.#current(query, access)
      .whereIn('counted.entity_id', members)
      .groupBy('counted.entity_id')
      .select('counted.entity_id');
    for (const column of MEASURED) {
      current.select(this.knex.raw(sumAsInteger(`counted.${column}`, column)));
    }
    const added = selectNewVerdicts(this.knex, query, {
      ...comparison,
      entities: members.clone(),
    });
    const moved = this.knex
      .from(current.as('current'))
      .leftJoin('changes', 'changes.entity_id', 'current.entity_id')
      .leftJoin(added.as('added'), 'added.entity_id', 'current.entity_id');
    groupBy(this.knex, moved, 'current.entity_id', by);
    for (const time of ['now', 'then']) {
      for (const column of MEASURED) {
        const name = `${time}_${column}`;
        moved.select(
          this.knex.raw(
            `sum(current.${column} + coalesce(changes.${name}, 0) - coalesce(added.${column}, 0)) as ${name}`,
          ),
        );
      }
    }
    // As many then as now, so shares differ as much as counts.
    const verdicts = '(now_fail + now_warn + now_pass)';
    const change = '(now_warn + now_pass - then_warn - then_pass)';
    const rows: (CountsRow & { value: string })[] = await this.knex
      .with('changes', changes)
      .with('members', selectMembers(this.knex, by, values))
      .from(moved.as('moved'))
      .whereNot('value', NO_VALUE)
      .whereRaw(`${change} <> 0`)
      .orderByRaw(`abs(1.0 * ${change} / ${verdicts}) desc`)
      .orderByRaw(`${verdicts} desc`)
      .orderBy('value')
      .limit(limit)
      .select('*');
    return rows.map(row => ({
      value: row.value,
      now: countsFromRow(row, 'now_'),
      then: countsFromRow(row, 'then_'),
    }));
  }

  async offenders(
    by: Grouping,
    query: RollupQuery,
    limit: number,
    access: Access,
  ) {
    const rows: (CountsRow & { value: string; entities: number | string })[] =
      await this.knex
        .from(this.#groups(by, query, access).as('offenders'))
        .where('fail', '>', 0)
        .whereNot('value', NO_VALUE)
        .orderBy('fail', 'desc')
        .orderByRaw(SHARE)
        .orderBy('value')
        .limit(limit)
        .select('*');
    return rows.map(row => ({
      value: row.value,
      entities: Number(row.entities),
      counts: countsFromRow(row),
    }));
  }

  async describe(refs: string[]) {
    const titles = await selectEntityTitles(this.knex, refs);
    const parents = new Map<string, string>();
    for (const part of chunked(refs, ROWS_PER_STATEMENT)) {
      const groups: { entity_ref: string; parent_ref: string | null }[] =
        await this.knex('catalog_groups').whereIn('entity_ref', part);
      for (const { entity_ref: ref, parent_ref: parent } of groups) {
        if (parent !== null) {
          parents.set(ref, parent);
        }
      }
      const rows = await this.knex<EntityRow>('entities')
        .whereIn('entity_ref', part)
        .whereIn('kind', ['system', 'domain']);
      for (const { entityRef, fact } of rows.map(entityOfRow)) {
        const [parent] = parentRefs(fact.entity).domains;
        if (parent !== undefined) {
          parents.set(entityRef, parent);
        }
      }
    }
    return new Map(
      refs.map(ref => [
        ref,
        { title: titles.get(ref), parent: parents.get(ref) },
      ]),
    );
  }

  /** Counters under the name `counted`, of what the query is about and the caller may see. */
  #counted(
    table: 'entity_counts' | 'trend_changes',
    query: RollupQuery,
    access: Access,
  ): Knex.QueryBuilder {
    const counted = this.knex(`${table} as counted`);
    filterEntities(this.knex, counted, 'counted.entity_id', query);
    if (query.environment) {
      counted.whereIn('counted.environment', query.environment);
    }
    if (query.area) {
      counted.whereIn('counted.area', query.area);
    }
    access.restrict(counted, {
      entityId: 'counted.entity_id',
      environment: 'counted.environment',
    });
    return counted;
  }

  /** Counters of current verdicts, without those of entities that are about to be retired. */
  #current(query: RollupQuery, access: Access): Knex.QueryBuilder {
    return this.#counted('entity_counts', query, access).whereNotIn(
      'counted.entity_id',
      this.#retired(),
    );
  }

  #retired(): Knex.QueryBuilder {
    return this.knex('entities').whereNotNull('retired_at').select('id');
  }

  /** Sums up entities first: most groupings have an entity in several groups. */
  #groups(by: Grouping, query: RollupQuery, access: Access): Knex.QueryBuilder {
    const perEntity = this.#current(query, access)
      .groupBy('counted.entity_id')
      .havingRaw(`sum(${VERDICTS}) > 0`)
      .select('counted.entity_id', this.knex.raw(SUMS));
    const groups = this.knex.from(perEntity.as('counted'));
    groupBy(this.knex, groups, 'counted.entity_id', by);
    return groups.select(this.knex.raw(SUMS)).count({ entities: '*' });
  }
}
