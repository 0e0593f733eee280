import { ErrorBudgetAction } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { Access } from '../access/Access';
import { chunked } from '../database/chunked';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optionalDateOf,
} from '../database/columns';
import {
  ErrorBudgetActionEnd,
  ErrorBudgetActionQuery,
  ErrorBudgetActionRecord,
  ErrorBudgetActionStore,
} from './ErrorBudgetActionStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

interface ErrorBudgetActionRow {
  id: number;
  entity_id: number;
  definition_id: string;
  rule: string;
  rule_key: string;
  environment: string;
  action: ErrorBudgetAction;
  except: string;
  message: string;
  started_at: BigIntColumn;
  ended_at: BigIntColumn | null;
  end_reason: ErrorBudgetActionEnd | null;
  end_adjustments: string | null;
  recovering_since: BigIntColumn | null;
}

/** Keeps actions of error-budget policies in the plugin's database. */
export class DatabaseErrorBudgetActionStore implements ErrorBudgetActionStore {
  constructor(private readonly knex: Knex) {}

  async active(entityIds: number[], tx?: Knex.Transaction) {
    const found: ErrorBudgetActionRecord[] = [];
    for (const part of chunked(entityIds, ROWS_PER_STATEMENT)) {
      // Relies on error_budget_actions_active_uidx.
      const rows = await selectActions(tx ?? this.knex)
        .where(isOneOf(this.knex, 'error_budget_actions.entity_id', part))
        .whereNull('error_budget_actions.ended_at')
        .orderBy('error_budget_actions.id');
      found.push(...rows.map(actionOfRow));
    }
    return found;
  }

  async add(
    actions: Omit<
      ErrorBudgetActionRecord,
      'id' | 'recoveringSince' | 'ended'
    >[],
    tx: Knex.Transaction,
  ) {
    const added: ErrorBudgetActionRecord[] = [];
    for (const action of actions) {
      const [{ id }] = await tx('error_budget_actions')
        .insert({
          entity_id: action.entityId,
          definition_id: action.definitionId,
          rule: action.rule,
          rule_key: action.ruleId,
          environment: action.environment,
          action: action.action,
          except: JSON.stringify(action.except),
          message: action.message,
          started_at: action.startedAt.getTime(),
        })
        .returning('id');
      added.push({ ...action, id: String(id) });
    }
    return added;
  }

  async saveExcept(id: string, except: string[], tx: Knex.Transaction) {
    await tx('error_budget_actions')
      .where('id', Number(id))
      .update({ except: JSON.stringify(except) });
  }

  async saveRecovering(
    id: string,
    since: Date | undefined,
    tx: Knex.Transaction,
  ) {
    await tx('error_budget_actions')
      .where('id', Number(id))
      .update({ recovering_since: since?.getTime() ?? null });
  }

  async recoveredEntityIds(since: Date) {
    // Relies on error_budget_actions_recovering_idx.
    const rows: { entity_id: number }[] = await this.knex(
      'error_budget_actions',
    )
      .whereNull('ended_at')
      .where('recovering_since', '<=', since.getTime())
      .distinct('entity_id')
      .orderBy('entity_id');
    return rows.map(({ entity_id }) => entity_id);
  }

  async end(
    ids: string[],
    { at, reason, adjustments }: NonNullable<ErrorBudgetActionRecord['ended']>,
    tx: Knex.Transaction,
  ) {
    for (const part of chunked(ids.map(Number), ROWS_PER_STATEMENT)) {
      await tx('error_budget_actions')
        .whereIn('id', part)
        .update({
          ended_at: at.getTime(),
          end_reason: reason,
          end_adjustments: adjustments ? JSON.stringify(adjustments) : null,
        });
    }
  }

  async list(query: ErrorBudgetActionQuery, access: Access) {
    const counting = this.knex('error_budget_actions');
    filterActions(this.knex, counting, query, access);
    const [{ count }] = await counting.count({ count: '*' });
    const page = selectActions(this.knex);
    filterActions(this.knex, page, query, access);
    // Relies on error_budget_actions_entity_idx, or else on error_budget_actions_started_idx.
    const rows = await page
      .orderBy([
        { column: 'error_budget_actions.started_at', order: 'desc' },
        { column: 'error_budget_actions.id', order: 'desc' },
      ])
      .limit(query.limit)
      .offset(query.offset);
    return { items: rows.map(actionOfRow), totalItems: Number(count) };
  }
}

function filterActions(
  knex: Knex,
  builder: Knex.QueryBuilder,
  query: ErrorBudgetActionQuery,
  access: Access,
): void {
  builder.whereIn(
    'error_budget_actions.entity_id',
    query.entityRef === undefined
      ? knex('entities').whereNull('retired_at').select('id')
      : knex('entities')
          .where('entity_ref', query.entityRef.toLocaleLowerCase('en-US'))
          .select('id'),
  );
  if (query.ruleId !== undefined) {
    builder.where('error_budget_actions.rule_key', query.ruleId);
  }
  if (query.environment !== undefined) {
    builder.where('error_budget_actions.environment', query.environment);
  }
  if (query.action) {
    builder.whereIn('error_budget_actions.action', query.action);
  }
  if (query.active !== undefined) {
    builder[query.active ? 'whereNull' : 'whereNotNull'](
      'error_budget_actions.ended_at',
    );
  }
  access.restrict(builder, {
    entityId: 'error_budget_actions.entity_id',
    environment: 'error_budget_actions.environment',
  });
}

function selectActions(
  knex: Knex,
): Knex.QueryBuilder<
  ErrorBudgetActionRow,
  (ErrorBudgetActionRow & { entity_ref: string })[]
> {
  return knex('error_budget_actions')
    .join('entities', 'entities.id', 'error_budget_actions.entity_id')
    .select('error_budget_actions.*', 'entities.entity_ref');
}

function actionOfRow(
  row: ErrorBudgetActionRow & { entity_ref: string },
): ErrorBudgetActionRecord {
  const endedAt = optionalDateOf(row.ended_at);
  return {
    id: String(row.id),
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    definitionId: row.definition_id,
    rule: row.rule,
    ruleId: row.rule_key,
    environment: row.environment,
    action: row.action,
    except: jsonOf(row.except),
    message: row.message,
    startedAt: dateOf(row.started_at),
    recoveringSince: optionalDateOf(row.recovering_since),
    ended: endedAt && {
      at: endedAt,
      reason: row.end_reason ?? 'recovered',
      adjustments:
        row.end_adjustments === null ? undefined : jsonOf(row.end_adjustments),
    },
  };
}
