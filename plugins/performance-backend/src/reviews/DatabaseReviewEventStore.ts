import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import {
  BigIntColumn,
  dateOf,
  optional,
  optionalJson,
  optionalJsonOf,
} from '../database/columns';
import {
  NewReviewEvent,
  ReviewEventStore,
  ReviewEventType,
} from './ReviewEventStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

interface ReviewEventRow {
  id: number;
  review_id: number;
  at: BigIntColumn;
  by: string | null;
  type: ReviewEventType;
  question: string | null;
  detail: string | null;
}

/** Keeps the history of reviews in the plugin's database. */
export class DatabaseReviewEventStore implements ReviewEventStore {
  constructor(private readonly knex: Knex) {}

  async add(events: NewReviewEvent[], tx: Knex.Transaction) {
    const rows = events.map(event => ({
      review_id: event.reviewId,
      at: event.at.getTime(),
      by: event.by ?? null,
      type: event.type,
      question: event.question ?? null,
      detail: optionalJson(event.detail),
    }));
    for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
      await tx('review_events').insert(part);
    }
  }

  async list(
    reviewId: number,
    page: Parameters<ReviewEventStore['list']>[1],
  ): ReturnType<ReviewEventStore['list']> {
    // Relies on review_events_review_idx.
    const found = this.knex<ReviewEventRow>('review_events').where(
      'review_id',
      reviewId,
    );
    if (page.question !== undefined) {
      found.where('question', page.question);
    }
    const [{ count }] = await found.clone().count({ count: '*' });
    const rows: ReviewEventRow[] = await found
      .orderBy('id', 'desc')
      .limit(page.limit)
      .offset(page.offset);
    return {
      totalItems: Number(count),
      items: rows.map(row => ({
        id: String(row.id),
        reviewId: row.review_id,
        at: dateOf(row.at),
        by: optional(row.by),
        type: row.type,
        question: optional(row.question),
        detail: optionalJsonOf<JsonObject>(row.detail),
      })),
    };
  }
}
