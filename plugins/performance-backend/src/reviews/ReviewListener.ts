import {
  ReviewStatus,
  StaleAnswer,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Review } from './Review';

/** Answers of a review that weren't stale before. */
export interface ReviewNewlyStale {
  review: Review;
  stale: StaleAnswer[];
}

/**
 * Told what becomes of reviews, in the transaction that stores it: what it writes is stored with that or
 * not at all.
 */
export interface ReviewListener {
  /** @param review - as it is after the change. */
  onStatus(
    review: Review,
    change: { from: ReviewStatus; by: string; at: Date; note?: string },
    tx: Knex.Transaction,
  ): Promise<void>;
  onStale(
    reviews: ReviewNewlyStale[],
    at: Date,
    tx: Knex.Transaction,
  ): Promise<void>;
}
