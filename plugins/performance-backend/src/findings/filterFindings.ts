import { OPEN_FINDING_STATUSES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { filterEntities, lowerCase } from '../catalog/filterEntities';
import { effortColumn, gradeColumn, riskColumn } from './findingRow';
import { FoundFindings, whereFound } from './findingSearch';
import {
  FindingFacetName,
  FindingFilter,
  FindingRestriction,
} from './FindingStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What findings are filtered by, with its text looked up. */
export type LookedUpFilter = Omit<FindingFilter, 'q'> & {
  found?: FoundFindings;
};

/** As a filter by who sees to findings: nobody. */
const NOBODY = 'none';

/**
 * Adds the conditions of a query for findings, and what the caller may see, to a query on `findings`.
 *
 * @param except - leaves out the conditions that these facets offer values for.
 */
export function filterFindings(
  knex: Knex,
  builder: Knex.QueryBuilder,
  filter: LookedUpFilter,
  restrict: FindingRestriction,
  now: Date,
  except: readonly FindingFacetName[] = [],
): void {
  // Relies on entities_retired_idx: hardly any are.
  builder.whereNotIn(
    'findings.entity_id',
    knex('entities').whereNotNull('retired_at').select('id'),
  );
  restrict(builder);
  if (filter.entityRef !== undefined) {
    // Relies on finding_entities_entity_idx.
    builder.whereIn(
      'findings.id',
      knex('finding_entities')
        .join('entities', 'entities.id', 'finding_entities.entity_id')
        .where('entities.entity_ref', lowerCase(filter.entityRef))
        .select('finding_entities.finding_id'),
    );
  }
  const among = (
    column: string,
    values: (string | number)[] | undefined,
    facet?: FindingFacetName,
  ) => {
    if (values && (facet === undefined || !except.includes(facet))) {
      builder.whereIn(`findings.${column}`, values);
    }
  };
  among('status', filter.status, 'statuses');
  among('risk', filter.risk?.map(riskColumn), 'risks');
  among('category', filter.category, 'categories');
  among('effort', filter.effort?.map(effortColumn), 'efforts');
  among('severity', filter.severity?.map(gradeColumn));
  among('likelihood', filter.likelihood?.map(gradeColumn));
  filterPeople(knex, builder, filter, except);
  filterTimes(knex, builder, filter, now);
  if (filter.reviewId !== undefined) {
    const id = Number(filter.reviewId);
    builder.where('findings.review_id', Number.isSafeInteger(id) ? id : 0);
  }
  filterEntities(knex, builder, 'findings.entity_id', {
    owner: except.includes('owners') ? undefined : filter.owner,
    system: filter.system,
    domain: filter.domain,
  });
  if (filter.found) {
    whereFound(knex, builder, filter.found);
  }
}

function filterPeople(
  knex: Knex,
  builder: Knex.QueryBuilder,
  { assignee, claims }: LookedUpFilter,
  except: readonly FindingFacetName[],
): void {
  if (assignee && !except.includes('assignees')) {
    const refs = assignee.filter(ref => ref !== NOBODY).map(lowerCase);
    builder.where(either => {
      either.whereIn('findings.owner_ref', refs);
      if (refs.length < assignee.length) {
        either.orWhereNull('findings.owner_ref');
      }
    });
  }
  if (claims) {
    const refs = claims.map(lowerCase);
    builder.where(either => {
      either.whereIn('findings.owner_ref', refs);
      either.orWhereIn(
        'findings.entity_id',
        knex('entity_owners').whereIn('owner_ref', refs).select('entity_id'),
      );
    });
  }
}

function filterTimes(
  knex: Knex,
  builder: Knex.QueryBuilder,
  { open, overdue, proposed, bound }: LookedUpFilter,
  now: Date,
): void {
  if (open !== undefined) {
    builder[open ? 'whereIn' : 'whereNotIn']('findings.status', [
      ...OPEN_FINDING_STATUSES,
    ]);
  }
  if (overdue !== undefined) {
    const late = whereOverdue(knex('findings').select('id'), now);
    builder[overdue ? 'whereIn' : 'whereNotIn']('findings.id', late);
  }
  if (proposed !== undefined) {
    builder[proposed ? 'whereNotNull' : 'whereNull'](
      'findings.closure_proposed_at',
    );
  }
  if (bound !== undefined) {
    builder[bound ? 'whereIn' : 'whereNotIn'](
      'findings.id',
      knex('finding_bindings').select('finding_id'),
    );
  }
}

/** Adds the condition that findings are open and their due day is over. */
function whereOverdue<T extends Knex.QueryBuilder>(builder: T, now: Date): T {
  builder
    .whereIn('findings.status', [...OPEN_FINDING_STATUSES])
    .where('findings.due_date', '<=', lastDayOver(now));
  return builder;
}

/** The last due date at which findings are overdue by now, as `findingOverdueAt` tells of each. */
export function lastDayOver(now: Date): string {
  return new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
}
