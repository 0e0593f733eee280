import { OPEN_FINDING_STATUSES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  filterEntities,
  lowerCase,
  whereContains,
} from '../catalog/filterEntities';
import { effortColumn, gradeColumn, riskColumn } from './findingRow';
import {
  FindingFacetName,
  FindingFilter,
  FindingRestriction,
} from './FindingStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** As a filter by who sees to findings: nobody. */
const NOBODY = 'none';

/**
 * Adds the conditions of a query for findings, and what the caller may see, to a query on `findings`.
 *
 * @param except - leaves out the condition that this facet offers values for.
 */
export function filterFindings(
  knex: Knex,
  builder: Knex.QueryBuilder,
  filter: FindingFilter,
  restrict: FindingRestriction,
  now: Date,
  except?: FindingFacetName,
): void {
  builder.whereIn(
    'findings.entity_id',
    knex('entities').whereNull('retired_at').select('id'),
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
    if (values && (facet === undefined || facet !== except)) {
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
    owner: except === 'owners' ? undefined : filter.owner,
    system: filter.system,
    domain: filter.domain,
  });
  filterText(knex, builder, filter.q);
}

function filterPeople(
  knex: Knex,
  builder: Knex.QueryBuilder,
  { assignee, claims }: FindingFilter,
  except?: FindingFacetName,
): void {
  if (assignee && except !== 'assignees') {
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
  { open, overdue, proposed, bound }: FindingFilter,
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
export function whereOverdue<T extends Knex.QueryBuilder>(
  builder: T,
  now: Date,
): T {
  builder
    .whereIn('findings.status', [...OPEN_FINDING_STATUSES])
    .where('findings.due_date', '<=', lastDayOver(now));
  return builder;
}

/** The last due date at which findings are overdue by now, as `findingOverdueAt` tells of each. */
function lastDayOver(now: Date): string {
  return new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
}

function filterText(
  knex: Knex,
  builder: Knex.QueryBuilder,
  q: string | undefined,
): void {
  const text = q?.trim();
  if (!text) {
    return;
  }
  const number = /^(?:f-)?(\d{1,9})$/i.exec(text)?.[1];
  const entities = knex('entities').select('id');
  whereContains(entities, ['entity_ref', 'title'], text);
  builder.where(either => {
    either.where(own =>
      whereContains(own, ['findings.title', 'findings.description'], text),
    );
    either.orWhereIn('findings.entity_id', entities);
    if (number) {
      either.orWhere('findings.id', Number(number));
    }
  });
}
