import { Knex } from 'knex';
import { selectReviews, toReviews } from '../reviews/selectReviews';
import { Outbox } from './Outbox';
import { reviewOverdueMessage } from './reviewMessages';

/** Keys of messages are remembered that long at least; what is overdue longer was told. */
const TOLD_WITHIN_MS = 7 * 24 * 60 * 60_000;

/** Tells people that the next review of something is due. */
export class ReviewReminder {
  constructor(
    private readonly options: {
      knex: Knex;
      outbox: Outbox;
      clock: () => Date;
    },
  ) {}

  async remind(): Promise<void> {
    const { knex, outbox, clock } = this.options;
    const now = clock().getTime();
    // Relies on reviews_status_idx.
    const rows = await selectReviews(knex)
      .whereNull('entities.retired_at')
      .where('reviews.status', 'published')
      .where('reviews.next_review_at', '<=', now)
      .where('reviews.next_review_at', '>', now - TOLD_WITHIN_MS);
    const messages = (await toReviews(knex, rows)).flatMap(review =>
      review.nextReviewAt
        ? [reviewOverdueMessage(review, review.nextReviewAt)]
        : [],
    );
    if (messages.length > 0) {
      await knex.transaction(tx => outbox.add(tx, messages));
    }
  }
}
