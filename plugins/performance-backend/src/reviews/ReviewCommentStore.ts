import { Knex } from 'knex';

/** What somebody says of a question, or of a review as a whole. */
export interface ReviewComment {
  id: number;
  reviewId: number;
  /** Absent for the review as a whole. */
  question?: string;
  /** Markdown. */
  body: string;
  by: string;
  at: Date;
  editedAt?: Date;
  version: number;
}

/** Comments on reviews. */
export interface ReviewCommentStore {
  add(
    comment: Omit<ReviewComment, 'id' | 'editedAt' | 'version'>,
    tx: Knex.Transaction,
  ): Promise<ReviewComment>;
  get(
    reviewId: number,
    id: number,
    tx?: Knex.Transaction,
  ): Promise<ReviewComment | undefined>;
  /** Oldest first. */
  list(
    reviewId: number,
    page: { question?: string; limit: number; offset: number },
  ): Promise<{ items: ReviewComment[]; totalItems: number }>;
  /** How many there are, by question; that of the review as a whole has none. */
  count(
    reviewId: number,
    tx?: Knex.Transaction,
  ): Promise<{ question?: string; count: number }[]>;
  /** @returns undefined where it isn't of that version any more. */
  edit(
    comment: Pick<ReviewComment, 'id' | 'version' | 'body'>,
    at: Date,
    tx: Knex.Transaction,
  ): Promise<ReviewComment | undefined>;
  remove(id: number, tx: Knex.Transaction): Promise<void>;
}
