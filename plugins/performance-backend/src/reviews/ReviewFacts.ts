import {
  GovernanceFacts,
  ReviewFact,
  reviewProgress,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { selectPublications } from './selectPublications';
import { selectReviewContents } from './selectReviewContents';
import { selectReviews, toReviews } from './selectReviews';

/**
 * Tells evaluation how reviews stand that were published: of each entity, the newest by each template. One that is
 * reopened stands as it was published until that is done again, or it is archived.
 */
export class ReviewFacts implements EntityFactSource {
  async load(entityIds: number[], _now: Date, tx: Knex) {
    // Relies on reviews_entity_idx. What is planned isn't an entity to judge.
    const rows = await selectReviews(tx)
      .where(isOneOf(tx, 'reviews.entity_id', entityIds))
      .whereNotNull('reviews.published_at')
      .whereNot('reviews.status', 'archived')
      .whereNull('reviews.planned_ref')
      .orderBy('reviews.published_at', 'desc')
      .orderBy('reviews.id', 'desc');
    const contents = await selectReviewContents(tx, await toReviews(tx, rows));
    const publications = await selectPublications(
      tx,
      rows.filter(({ status }) => status !== 'published').map(({ id }) => id),
    );
    // Without a review, it is known that there is none.
    const facts = new Map(
      entityIds.map(
        (id): [number, GovernanceFacts & { reviews: ReviewFact[] }] => [
          id,
          { reviews: [] },
        ],
      ),
    );
    for (const { review, template, answers, stale } of contents) {
      const { published, nextReviewAt } = review;
      const reviews = facts.get(review.entityId)?.reviews;
      if (
        !reviews ||
        !published ||
        reviews.some(newer => newer.template === template.name)
      ) {
        continue;
      }
      const { progress, templateVersion } = publications.get(review.id) ?? {
        progress: reviewProgress(template.spec, answers),
        templateVersion: template.spec.version,
      };
      reviews.push({
        reviewId: String(review.id),
        template: template.name,
        templateVersion,
        title: review.title,
        publishedAt: published.at.toISOString(),
        nextReviewAt: nextReviewAt?.toISOString(),
        staleAnswers: stale.length,
        answered: progress.answered,
        questions: progress.questions,
      });
    }
    return facts;
  }
}
