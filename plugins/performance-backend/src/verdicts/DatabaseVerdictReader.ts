import {
  compareVerdicts,
  GoalDefinition,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  jsonOf,
  optional,
} from '../database/columns';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { RunRecord, StateCounts } from '../runs/RunStore';
import { Explanation } from './explanation';
import { filterVerdicts } from './filterVerdicts';
import { keyText } from './planChanges';
import { selectChanges } from './selectChanges';
import { selectCounts, sumCounters } from './selectCounts';
import { selectFacets } from './selectFacets';
import { selectTrends } from './selectTrends';
import {
  currentVerdictFromRow,
  selectCurrent,
  selectOfRun,
  verdictFromRow,
} from './verdictRow';
import {
  CurrentVerdict,
  ExplainedStateChange,
  VerdictQuery,
  VerdictReader,
} from './VerdictReader';
import { ChangeCause, VerdictKey } from './VerdictStore';

/** Columns to sort by and the order that is natural for each. */
const SORT: Record<VerdictQuery['sort'], [string, 'asc' | 'desc']> = {
  state: ['judged.state', 'asc'],
  entity: ['entities.entity_ref', 'asc'],
  title: ['explanations.title', 'asc'],
  value: ['judged.value', 'desc'],
  since: ['judged.since', 'desc'],
  environment: ['judged.environment', 'asc'],
};

interface ChangeRow {
  id: number | string;
  at: BigIntColumn;
  cause: ChangeCause;
  state: number;
  previous_state: number | null;
  value: number | null;
  run_id: string | null;
  confirmed: BooleanColumn;
  explanation_id: number;
  body: string;
}

/** Reads verdicts from the plugin's database. */
export class DatabaseVerdictReader implements VerdictReader {
  constructor(private readonly knex: Knex) {}

  async ofRun(run: RunRecord, tx?: Knex.Transaction) {
    const rows = await selectOfRun(tx ?? this.knex, run.id);
    return rows.map(verdictFromRow).sort(compareVerdicts);
  }

  async list(query: VerdictQuery, access: Access) {
    const { counts, waived } = await selectCounts(this.knex, query, access);
    const page = selectCurrent(this.knex);
    filterVerdicts(this.knex, page, 'judged', query, access);
    if (query.state) {
      page.whereIn('judged.state', query.state.map(stateToColumn));
    }
    const [column, naturalOrder] = SORT[query.sort];
    const rows = await page
      .orderBy([
        { column, order: query.order ?? naturalOrder },
        ...['entity_id', 'rule_id', 'subject_id'].map(name => ({
          column: `judged.${name}`,
        })),
      ])
      .limit(query.limit)
      .offset(query.offset);
    const states = query.state ? new Set(query.state) : undefined;
    let totalItems = 0;
    for (const [state, count] of Object.entries(counts)) {
      if (!states || states.has(state as keyof StateCounts)) {
        totalItems += count;
      }
    }
    return {
      items: rows.map(currentVerdictFromRow),
      totalItems,
      counts,
      waived,
    };
  }

  async get(key: VerdictKey, access: Access) {
    const query = selectCurrent(this.knex).where({
      'judged.rule_id': key.ruleId,
      'judged.subject_id': key.subjectId,
    });
    access.restrict(query, {
      entityId: 'judged.entity_id',
      environment: 'judged.environment',
    });
    const row = await query.first();
    return row && currentVerdictFromRow(row);
  }

  async history(key: VerdictKey) {
    const rows: ChangeRow[] = await this.knex
      .from(selectChanges(this.knex, 'verdict_history'))
      .join('explanations', 'explanations.id', 'verdict_history.explanation_id')
      .where({ rule_id: key.ruleId, subject_id: key.subjectId })
      .orderBy([
        { column: 'verdict_history.at', order: 'desc' },
        { column: 'verdict_history.id', order: 'desc' },
      ])
      .select('verdict_history.*', 'explanations.body');
    return rows.map(changeFromRow);
  }

  async trends(verdicts: CurrentVerdict[], since: Date) {
    const points = await selectTrends(
      this.knex,
      verdicts.map(({ key }) => key),
      since,
    );
    return new Map(
      verdicts.map(verdict => [
        verdict,
        points.get(keyText(verdict.key)) ?? [],
      ]),
    );
  }

  async countsOf(entityId: number, access: Access) {
    const counters = this.knex('entity_counts').where('entity_id', entityId);
    access.restrict(counters, {
      entityId: 'entity_counts.entity_id',
      environment: 'entity_counts.environment',
    });
    return (await sumCounters(counters)).counts;
  }

  async facets(access: Access, goals: GoalDefinition[]) {
    return selectFacets(this.knex, access, goals);
  }
}

function changeFromRow(row: ChangeRow): ExplainedStateChange {
  return {
    id: Number(row.id),
    at: dateOf(row.at),
    cause: row.cause,
    state: stateFromColumn(row.state),
    previousState:
      row.previous_state === null
        ? undefined
        : stateFromColumn(row.previous_state),
    value: optional(row.value),
    runId: optional(row.run_id),
    confirmed: Boolean(row.confirmed),
    explanationId: row.explanation_id,
    message: messageOf(row),
  };
}

function messageOf(row: ChangeRow): string | undefined {
  switch (row.cause) {
    case 'age':
      return 'The evidence became too old.';
    case 'definition':
      return (
        jsonOf<Explanation>(row.body).reason?.message ??
        'Definitions, or what is known of the entity, changed.'
      );
    default:
      return jsonOf<Explanation>(row.body).reason?.message;
  }
}
