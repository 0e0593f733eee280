import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { AccessDecision, AccessFilter } from './AccessCriteria';

/** Qualified names of columns, e.g. `runs.entity_id`. */
export interface AccessColumns {
  entityId: string;
  environment?: string;
  /** For what the permissions on reviews are about. */
  reviewId?: string;
  /** For what the permissions on findings are about. */
  findingId?: string;
}

function filterWhere(
  query: Knex.QueryBuilder,
  filter: AccessFilter,
  columns: AccessColumns,
) {
  // Sub-selects of ids, which are never null, so that a `not` around them never meets a null.
  const entityIn = (
    table: string,
    id: string,
    column: string,
    refs: string[],
  ) =>
    query.whereIn(columns.entityId, sub =>
      sub.select(id).from(table).whereIn(column, refs),
    );
  switch (filter.type) {
    case 'owner':
      entityIn('entity_owners', 'entity_id', 'owner_ref', filter.refs);
      break;
    case 'domain':
      entityIn('entity_domains', 'entity_id', 'domain_ref', filter.refs);
      break;
    case 'system':
      entityIn('entities', 'id', 'system_ref', filter.refs);
      break;
    case 'entity':
      entityIn('entities', 'id', 'entity_ref', filter.refs);
      break;
    case 'environment':
      if (!columns.environment) {
        throw new Error('A filter on environments needs a column to apply to');
      }
      query.whereIn(columns.environment, filter.environments);
      break;
    case 'reviewer':
      if (!columns.reviewId) {
        throw new Error('A filter on reviewers needs a column to apply to');
      }
      // Relies on review_reviewers_ref_idx.
      query.whereIn(columns.reviewId, sub =>
        sub
          .select('review_id')
          .from('review_reviewers')
          .whereIn('reviewer_ref', filter.refs),
      );
      break;
    case 'finding-owner':
      if (!columns.findingId) {
        throw new Error(
          'A filter on owners of findings needs a column to apply to',
        );
      }
      // Relies on findings_owner_idx.
      query.whereIn(columns.findingId, sub =>
        sub
          .select('owned.id')
          .from('findings as owned')
          .whereIn('owned.owner_ref', filter.refs),
      );
      break;
    default:
      throw new Error(
        `Unknown access filter '${
          (filter satisfies never as AccessFilter).type
        }'`,
      );
  }
}

/** Adds the decision to the `where` of a query, which then yields only what it allows. */
export function accessWhere(
  query: Knex.QueryBuilder,
  decision: AccessDecision,
  columns: AccessColumns,
): void {
  if (decision === true) {
    return;
  }
  if (decision === false) {
    query.whereRaw('1 = 0');
  } else if (isAndCriteria(decision)) {
    for (const part of decision.allOf) {
      query.andWhere(inner => accessWhere(inner, part, columns));
    }
  } else if (isOrCriteria(decision)) {
    query.andWhere(inner => {
      for (const part of decision.anyOf) {
        inner.orWhere(innermost => accessWhere(innermost, part, columns));
      }
    });
  } else if (isNotCriteria(decision)) {
    query.whereNot(inner => accessWhere(inner, decision.not, columns));
  } else {
    filterWhere(query, decision, columns);
  }
}
