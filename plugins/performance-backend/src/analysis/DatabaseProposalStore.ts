import {
  AnalysisGraph,
  AnalysisOptions,
  AnalysisRule,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { jsonOf } from '../database/columns';
import { parseRowId } from '../waivers/waiverRow';
import { filterProposals, whereVisible } from './filterProposals';
import {
  eventOfRow,
  ProposalEventRow,
  proposalOfRow,
  ProposalRow,
  selectProposals,
  STATUS_NOW,
  whereProposed,
} from './proposalRow';
import {
  ProposalCounts,
  ProposalEvent,
  ProposalQuery,
  ProposalStatus,
  ProposalStore,
  Suppression,
} from './ProposalStore';
import { selectProposalFacets } from './selectProposalFacets';

type Order = 'asc' | 'desc';

const SORT: Record<
  ProposalQuery['sort'],
  { columns: string[]; natural: Order }
> = {
  risk: {
    columns: [
      'analysis_proposals.severity',
      'analysis_proposals.likelihood',
      'analysis_proposals.weight',
    ],
    natural: 'desc',
  },
  rule: { columns: ['analysis_proposals.rule'], natural: 'asc' },
  entity: { columns: ['entities.entity_ref'], natural: 'asc' },
  title: { columns: ['analysis_proposals.title'], natural: 'asc' },
  firstSeenAt: {
    columns: ['analysis_proposals.first_seen_at'],
    natural: 'desc',
  },
};

/** Keeps them in the plugin's database. */
export class DatabaseProposalStore implements ProposalStore {
  constructor(
    private readonly knex: Knex,
    /** Whose rules have titles. */
    private readonly thresholds: AnalysisOptions,
  ) {}

  async list(query: ProposalQuery, access: Access, now: Date) {
    const { knex } = this;
    const filtered = () => {
      const builder = knex('analysis_proposals').join(
        'entities',
        'entities.id',
        'analysis_proposals.entity_id',
      );
      filterProposals(knex, builder, query, access, now);
      return builder;
    };
    const [{ count }] = await filtered().count({ count: '*' });
    const { columns, natural } = SORT[query.sort];
    const rows = await selectProposals(knex, filtered(), now)
      .orderBy([
        ...columns.map(column => ({ column, order: query.order ?? natural })),
        { column: 'analysis_proposals.id', order: 'asc' },
      ])
      .limit(query.limit)
      .offset(query.offset);
    return {
      items: rows.map(proposalOfRow),
      totalItems: Number(count),
      facets: await selectProposalFacets(
        knex,
        query,
        access,
        now,
        this.thresholds,
      ),
    };
  }

  async count(access: Access, now: Date) {
    const query = this.knex('analysis_proposals');
    whereVisible(this.knex, query, access);
    const rows: {
      rule: AnalysisRule;
      status: ProposalStatus;
      count: number | string;
    }[] = await query
      .groupByRaw('1, 2')
      .select(
        'analysis_proposals.rule',
        this.knex.raw(`${STATUS_NOW} as status`, [now.getTime()]),
      )
      .count({ count: '*' });
    const counts = new Map<AnalysisRule, ProposalCounts>();
    for (const { rule, status, count } of rows) {
      const ofRule = counts.get(rule) ?? noProposals();
      ofRule[status] = Number(count);
      counts.set(rule, ofRule);
    }
    return counts;
  }

  async get(id: string, access: Access, now: Date) {
    const query = this.knex('analysis_proposals').where(
      'analysis_proposals.id',
      parseRowId(id) ?? -1,
    );
    whereVisible(this.knex, query, access);
    const [row] = await selectProposals(this.knex, query, now);
    return row && proposalOfRow(row);
  }

  async content(id: string) {
    const row = await this.knex<ProposalRow>('analysis_proposals')
      .where('id', parseRowId(id) ?? -1)
      .first('explanation', 'recommendation', 'graph', 'numbers');
    return (
      row && {
        explanation: row.explanation,
        recommendation: row.recommendation,
        graph: jsonOf<AnalysisGraph>(row.graph),
        numbers: jsonOf<Record<string, number>>(row.numbers),
      }
    );
  }

  async affected(id: string, access: Access, limit: number) {
    const affected = () =>
      this.knex('analysis_proposal_entities as affected')
        .join('entities', 'entities.id', 'affected.entity_id')
        .where('affected.proposal_id', parseRowId(id) ?? -1)
        .whereNull('entities.retired_at');
    const visible = () => {
      const query = affected();
      access.restrict(query, { entityId: 'affected.entity_id' });
      return query;
    };
    const [all] = await affected().count({ count: '*' });
    const [seen] = await visible().count({ count: '*' });
    const rows: { entity_id: number }[] = await visible()
      .orderBy('affected.position')
      .limit(limit)
      .select('affected.entity_id');
    return {
      entityIds: rows.map(({ entity_id }) => entity_id),
      visible: Number(seen.count),
      hidden: Number(all.count) - Number(seen.count),
    };
  }

  async events(id: string) {
    const rows = await this.knex<ProposalEventRow>('analysis_proposal_events')
      .where('proposal_id', parseRowId(id) ?? -1)
      .orderBy('id');
    return rows.map(eventOfRow);
  }

  async suppress(
    id: string,
    { reason, by, at, until }: Suppression,
    tx: Knex.Transaction,
  ) {
    return this.#change(
      id,
      builder => whereProposed(builder, at),
      {
        suppression_reason: reason,
        suppressed_by: by,
        suppressed_at: at.getTime(),
        suppressed_until: until?.getTime() ?? null,
      },
      { type: 'suppressed', at, by, note: reason },
      tx,
    );
  }

  async unsuppress(id: string, by: string, at: Date, tx: Knex.Transaction) {
    return this.#change(
      id,
      builder =>
        builder
          .whereNotNull('suppressed_at')
          .where(inForce =>
            inForce
              .whereNull('suppressed_until')
              .orWhere('suppressed_until', '>', at.getTime()),
          ),
      {
        suppression_reason: null,
        suppressed_by: null,
        suppressed_at: null,
        suppressed_until: null,
      },
      { type: 'unsuppressed', at, by },
      tx,
    );
  }

  async accept(
    id: string,
    { findingId, by, at }: { findingId: string; by: string; at: Date },
    tx: Knex.Transaction,
  ) {
    return this.#change(
      id,
      builder => whereProposed(builder, at),
      { finding_id: Number(findingId) },
      { type: 'accepted', at, by },
      tx,
    );
  }

  async lock(id: string, tx: Knex.Transaction) {
    await tx('analysis_proposals')
      .where('id', parseRowId(id) ?? -1)
      .forUpdate()
      .first('id');
  }

  /**
   * The condition makes one of several people who decide at once be first. A statement that had to wait for the
   * proposal would not see the finding that was made of it meanwhile: only one that begins after the wait does.
   */
  async #change(
    id: string,
    condition: (builder: Knex.QueryBuilder) => void,
    columns: Partial<ProposalRow>,
    { type, at, by, note }: ProposalEvent,
    tx: Knex.Transaction,
  ): Promise<boolean> {
    const rowId = parseRowId(id) ?? -1;
    await this.lock(id, tx);
    const query = tx('analysis_proposals').where('id', rowId);
    condition(query);
    if ((await query.update(columns)) === 0) {
      return false;
    }
    await tx<ProposalEventRow>('analysis_proposal_events').insert({
      proposal_id: rowId,
      type,
      at: at.getTime(),
      by: by ?? null,
      note: note ?? null,
    });
    return true;
  }
}

export function noProposals(): ProposalCounts {
  return { proposed: 0, suppressed: 0, accepted: 0, gone: 0 };
}
