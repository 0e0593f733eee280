import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { EvaluationService } from '../evaluation/EvaluationService';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { FindingDesk } from '../findings/FindingDesk';
import { reviewName } from './Review';
import { FoundReview } from './ReviewAccess';
import { ReviewStore } from './ReviewStore';

/** Deletes reviews for good, with all that belongs to them; findings that were made of them stay. */
export class ReviewDeletion {
  constructor(
    private readonly options: {
      knex: Knex;
      reviews: ReviewStore;
      findingDesk: FindingDesk;
      evaluation: EvaluationService;
    },
  ) {}

  /** @throws ConflictError where somebody has just deleted it. */
  async delete({ review, entity }: FoundReview, by: string): Promise<void> {
    const { knex, evaluation, reviews, findingDesk } = this.options;
    const name = reviewName(review);
    await writeAndEvaluate({ knex, evaluation }, entity, async tx => {
      if (!(await reviews.lock(review.id, tx))) {
        throw new ConflictError(`Somebody has just deleted ${name}`);
      }
      const note = `${name} ${review.title}, which it came of, was deleted`;
      // Relies on findings_review_idx.
      const findingIds: number[] = await tx('findings')
        .where('review_id', review.id)
        .pluck('id');
      for (const id of findingIds) {
        await findingDesk.note(
          id,
          { type: 'review-deleted', by, note },
          {},
          tx,
        );
      }
      await tx('findings')
        .whereIn('id', findingIds)
        .update({ review_id: null, review_question: null, review_risk: null });
      await reviews.remove(review, tx);
      return true;
    });
  }
}
