import { Knex } from 'knex';
import {
  filterEntities,
  lowerCase,
  whereContains,
} from '../catalog/filterEntities';
import { ReviewFacetName, ReviewQuery, ReviewRestriction } from './ReviewStore';

/**
 * Adds the conditions of a query for reviews, and what the caller may see, to a query on `reviews`.
 *
 * @param except - leaves out the condition that this facet offers values for.
 */
export function filterReviews(
  knex: Knex,
  builder: Knex.QueryBuilder,
  query: Partial<ReviewQuery>,
  restrict: ReviewRestriction,
  now: Date,
  except?: ReviewFacetName,
): void {
  builder.whereIn(
    'reviews.entity_id',
    knex('entities').whereNull('retired_at').select('id'),
  );
  if (query.entityRef !== undefined) {
    const entityRef = lowerCase(query.entityRef);
    builder.where(either =>
      either
        .whereIn(
          'reviews.entity_id',
          knex('entities').where('entity_ref', entityRef).select('id'),
        )
        .orWhere('reviews.planned_ref', entityRef),
    );
  }
  if (except !== 'statuses') {
    if (query.status) {
      builder.whereIn('reviews.status', query.status);
    } else {
      builder.whereNot('reviews.status', 'archived');
    }
  }
  if (query.template && except !== 'templates') {
    builder.whereIn(
      'reviews.template_id',
      knex('review_templates').whereIn('name', query.template).select('id'),
    );
  }
  for (const refs of [
    query.claims,
    except === 'reviewers' ? undefined : query.reviewer,
  ]) {
    if (refs) {
      builder.whereIn(
        'reviews.id',
        knex('review_reviewers')
          .whereIn('reviewer_ref', refs.map(lowerCase))
          .select('review_id'),
      );
    }
  }
  if (query.overdue !== undefined) {
    const isOverdue = (overdue: Knex.QueryBuilder) =>
      overdue
        .where('reviews.status', 'published')
        .whereNotNull('reviews.next_review_at')
        .where('reviews.next_review_at', '<=', now.getTime());
    if (query.overdue) {
      builder.where(isOverdue);
    } else {
      builder.whereNotIn(
        'reviews.id',
        knex('reviews').where(isOverdue).select('id'),
      );
    }
  }
  if (query.stale !== undefined) {
    const stale = knex('review_stale_answers').select('review_id');
    if (query.stale) {
      builder.whereIn('reviews.id', stale);
    } else {
      builder.whereNotIn('reviews.id', stale);
    }
  }
  filterEntities(knex, builder, 'reviews.entity_id', {
    owner: except === 'owners' ? undefined : query.owner,
    system: query.system,
    domain: query.domain,
  });
  const text = query.q?.trim();
  if (text) {
    const entities = knex('entities').select('id');
    whereContains(entities, ['entity_ref', 'title'], text);
    const templates = knex('review_templates').select('id');
    whereContains(templates, ['title'], text);
    builder.where(either => {
      either.where(own =>
        whereContains(
          own,
          ['reviews.title', 'reviews.planned_ref', 'reviews.subject_title'],
          text,
        ),
      );
      either.orWhereIn('reviews.entity_id', entities);
      either.orWhereIn('reviews.template_id', templates);
    });
  }
  restrict(builder);
}
