import { components } from '@perf-governance/plugin-performance-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';

export type ReviewEventType = components['schemas']['ReviewEvent']['type'];

/** Something that happened to a review. */
export interface NewReviewEvent {
  reviewId: number;
  at: Date;
  /** Absent where nobody did it. */
  by?: string;
  type: ReviewEventType;
  question?: string;
  detail?: JsonObject;
}

export interface ReviewEvent extends NewReviewEvent {
  id: string;
}

/** The history of reviews, to which is only ever added. */
export interface ReviewEventStore {
  add(events: NewReviewEvent[], tx: Knex.Transaction): Promise<void>;
  /** Newest first. */
  list(
    reviewId: number,
    page: { question?: string; limit: number; offset: number },
  ): Promise<{ items: ReviewEvent[]; totalItems: number }>;
}
