import { Knex } from 'knex';
import { Access } from '../access/Access';
import { filterEntities } from '../catalog/filterEntities';
import { BooleanColumn, dateOf, jsonOf, optional } from '../database/columns';
import { saveScorecards } from './saveScorecards';
import {
  ScorecardHistoryRow,
  ScorecardRow,
  scorecardFromRow,
} from './scorecardRow';
import { MISSING_LETTERS, ScorecardShape } from './scorecardShape';
import {
  ScorecardDistribution,
  ScorecardEntityFilter,
  ScorecardPoint,
  ScorecardResultQuery,
  ScorecardStore,
} from './ScorecardStore';
import { selectRuleStandings } from './selectRuleStandings';
import { ShapeHashes } from './ShapeHashes';

type RowWithShape = ScorecardRow & { body: string };

const SORT: Record<
  ScorecardResultQuery['sort'],
  { columns: string[]; natural: 'asc' | 'desc' }
> = {
  level: {
    columns: [
      'coalesce(scorecard_results.level_rank, -1)',
      'coalesce(scorecard_results.score, -1)',
    ],
    natural: 'asc',
  },
  score: { columns: ['coalesce(scorecard_results.score, -1)'], natural: 'asc' },
  entity: { columns: ['entities.entity_ref'], natural: 'asc' },
};

/** Keeps results of scorecards in the plugin's database. */
export class DatabaseScorecardStore implements ScorecardStore {
  readonly #shapes = new ShapeHashes();

  constructor(private readonly knex: Knex) {}

  async save(
    batch: Parameters<ScorecardStore['save']>[0],
    tx: Knex.Transaction,
  ) {
    await saveScorecards(batch, this.#shapes, tx);
  }

  async ofEntity(entityId: number) {
    const rows: RowWithShape[] = await this.#withShape().where(
      'scorecard_results.entity_id',
      entityId,
    );
    return rows
      .map(readRow)
      .sort(
        (a, b) =>
          Number(b.main) - Number(a.main) ||
          (a.name < b.name ? -1 : Number(a.name > b.name)),
      );
  }

  async trends(entityId: number, since: Date) {
    // Relies on scorecard_history_trend_idx.
    const rows: ScorecardHistoryRow[] = await this.knex
      .from(
        this.knex('scorecard_history')
          .where('entity_id', entityId)
          .select(
            '*',
            this.knex.raw(
              'lead(at) over (partition by definition_id order by at, id) as until',
            ),
          )
          .as('changes'),
      )
      .where(inForce =>
        inForce.whereNull('until').orWhere('until', '>', since.getTime()),
      )
      .orderBy(['definition_id', 'at', 'id'])
      .select('*');
    const trends = new Map<string, ScorecardPoint[]>();
    for (const row of rows) {
      const points = trends.get(row.definition_id) ?? [];
      points.push({
        at: dateOf(row.at),
        rank: optional(row.level_rank),
        level: optional(row.level_name),
        score: optional(row.score),
      });
      trends.set(row.definition_id, points);
    }
    return trends;
  }

  async distributions(
    definitionIds: string[],
    filter: ScorecardEntityFilter,
    access: Access,
  ) {
    const query = this.knex('scorecard_results').whereIn(
      'scorecard_results.definition_id',
      definitionIds,
    );
    this.#restrict(query, filter, access);
    const rows: {
      definition_id: string;
      level_rank: number | null;
      is_exempt: BooleanColumn;
      entities: number | string;
      scored: number | string;
      total: number | null;
    }[] = await query
      .groupBy('definition_id', 'level_rank')
      .groupByRaw('exempt is not null')
      .select(
        'definition_id',
        'level_rank',
        this.knex.raw('exempt is not null as is_exempt'),
      )
      .count({ entities: '*', scored: 'score' })
      .sum({ total: 'score' });
    const sums = new Map<
      string,
      ScorecardDistribution & { scored: number; total: number }
    >();
    for (const row of rows) {
      const sum = sums.get(row.definition_id) ?? {
        reached: new Map(),
        none: 0,
        exempt: 0,
        scored: 0,
        total: 0,
      };
      const entities = Number(row.entities);
      if (row.is_exempt) {
        sum.exempt += entities;
      } else if (row.level_rank === null) {
        sum.none += entities;
      } else {
        sum.reached.set(row.level_rank, entities);
      }
      sum.scored += Number(row.scored);
      sum.total += Number(row.total ?? 0);
      sums.set(row.definition_id, sum);
    }
    return new Map(
      [...sums].map(([id, { scored, total, ...distribution }]) => [
        id,
        {
          ...distribution,
          averageScore: scored > 0 ? total / scored : undefined,
        },
      ]),
    );
  }

  async ruleStandings(definitionId: string, access: Access) {
    return selectRuleStandings(this.knex, definitionId, access);
  }

  async list(
    definitionId: string,
    query: ScorecardResultQuery,
    access: Access,
  ) {
    const page = this.#withShape().join(
      'entities',
      'entities.id',
      'scorecard_results.entity_id',
    );
    const count = this.knex('scorecard_results').count({ total: '*' });
    const missing =
      query.missing === undefined
        ? undefined
        : await this.#placesOf(definitionId, query.missing);
    for (const builder of [page, count]) {
      builder.where('scorecard_results.definition_id', definitionId);
      this.#restrict(builder, query, access);
      filterLevels(builder, query.level);
      if (missing) {
        filterMissing(builder, missing);
      }
    }
    const { columns, natural } = SORT[query.sort];
    const order = query.order ?? natural;
    page.orderByRaw('scorecard_results.exempt is not null');
    for (const column of columns) {
      page.orderByRaw(`${column} ${order}`);
    }
    const rows: RowWithShape[] = await page
      .orderBy('entities.entity_ref')
      .limit(query.limit)
      .offset(query.offset);
    const [{ total }] = await count;
    return { items: rows.map(readRow), totalItems: Number(total) };
  }

  #withShape(): Knex.QueryBuilder {
    return this.knex('scorecard_results')
      .join(
        'scorecard_shapes',
        'scorecard_shapes.id',
        'scorecard_results.shape_id',
      )
      .select('scorecard_results.*', 'scorecard_shapes.body');
  }

  #restrict(
    query: Knex.QueryBuilder,
    filter: ScorecardEntityFilter,
    access: Access,
  ) {
    const entityId = 'scorecard_results.entity_id';
    filterEntities(this.knex, query, entityId, filter);
    access.restrict(query, { entityId });
  }

  /** Where a rule stands in each shape that results of the scorecard have. */
  async #placesOf(
    definitionId: string,
    ruleId: string,
  ): Promise<{ shapeId: number; place: number }[]> {
    const shapes: { id: number; body: string }[] = await this.knex(
      'scorecard_shapes',
    )
      .whereIn(
        'id',
        this.knex('scorecard_results')
          .where('definition_id', definitionId)
          .select('shape_id'),
      )
      .select('id', 'body');
    return shapes.flatMap(({ id, body }) =>
      jsonOf<ScorecardShape>(body).rules.flatMap((rule, place) =>
        rule.ruleId === ruleId ? { shapeId: id, place } : [],
      ),
    );
  }
}

function readRow({ body, ...row }: RowWithShape) {
  return scorecardFromRow(row, jsonOf<ScorecardShape>(body));
}

function filterLevels(
  builder: Knex.QueryBuilder,
  levels: string[] | undefined,
) {
  if (!levels) {
    return;
  }
  builder.where(either => {
    either.whereIn(
      'scorecard_results.level_name',
      levels.filter(level => level !== 'none' && level !== 'exempt'),
    );
    if (levels.includes('exempt')) {
      either.orWhereNotNull('scorecard_results.exempt');
    }
    if (levels.includes('none')) {
      either.orWhere(below =>
        below
          .whereNull('scorecard_results.level_name')
          .whereNull('scorecard_results.exempt'),
      );
    }
  });
}

function filterMissing(
  builder: Knex.QueryBuilder,
  places: { shapeId: number; place: number }[],
) {
  builder.where(either => {
    either.whereRaw('1 = 0');
    for (const { shapeId, place } of places) {
      either.orWhere(one =>
        one
          .where('scorecard_results.shape_id', shapeId)
          .whereRaw(
            `substr(scorecard_results.states, ?, 1) in (${MISSING_LETTERS.map(
              () => '?',
            ).join(', ')})`,
            [place + 1, ...MISSING_LETTERS],
          ),
      );
    }
  });
}
