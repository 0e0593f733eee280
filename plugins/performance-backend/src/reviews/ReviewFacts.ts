import {
  GovernanceFacts,
  ReviewFact,
  reviewProgress,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { selectReviewContents } from './selectReviewContents';
import { selectReviews, toReviews } from './selectReviews';

/** Tells evaluation how published reviews stand: of each entity, the newest by each template. */
export class ReviewFacts implements EntityFactSource {
  async load(entityIds: number[], _now: Date, tx: Knex) {
    // Relies on reviews_entity_idx. What is planned isn't an entity to judge.
    const rows = await selectReviews(tx)
      .where(isOneOf(tx, 'reviews.entity_id', entityIds))
      .where('reviews.status', 'published')
      .whereNull('reviews.planned_ref')
      .orderBy('reviews.published_at', 'desc')
      .orderBy('reviews.id', 'desc');
    const contents = await selectReviewContents(tx, await toReviews(tx, rows));
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
      const { questions, answered } = reviewProgress(template.spec, answers);
      reviews.push({
        reviewId: String(review.id),
        template: template.name,
        templateVersion: template.spec.version,
        title: review.title,
        publishedAt: published.at.toISOString(),
        nextReviewAt: nextReviewAt?.toISOString(),
        staleAnswers: stale.length,
        answered,
        questions,
      });
    }
    return facts;
  }
}
