import { ReviewStatus } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Review } from '../reviews/Review';
import { ReviewListener, ReviewNewlyStale } from '../reviews/ReviewListener';
import { Outbox } from './Outbox';
import { reviewStaleMessage, reviewStatusMessages } from './reviewMessages';

/** Tells people of architecture reviews. */
export class ReviewNews implements ReviewListener {
  constructor(private readonly outbox: Outbox) {}

  async onStatus(
    review: Review,
    change: { from: ReviewStatus; by: string; at: Date; note?: string },
    tx: Knex.Transaction,
  ) {
    await this.outbox.add(tx, reviewStatusMessages(review, change));
  }

  async onStale(reviews: ReviewNewlyStale[], at: Date, tx: Knex.Transaction) {
    await this.outbox.add(
      tx,
      reviews.map(({ review, stale }) => reviewStaleMessage(review, stale, at)),
    );
  }
}
