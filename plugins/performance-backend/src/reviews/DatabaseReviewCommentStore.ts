import { Knex } from 'knex';
import {
  BigIntColumn,
  dateOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { ReviewComment, ReviewCommentStore } from './ReviewCommentStore';

interface ReviewCommentRow {
  id: number;
  review_id: number;
  question: string | null;
  body: string;
  commented_by: string;
  commented_at: BigIntColumn;
  edited_at: BigIntColumn | null;
  version: number;
}

/** Keeps comments in the plugin's database; its lists rely on review_comments_review_idx. */
export class DatabaseReviewCommentStore implements ReviewCommentStore {
  constructor(private readonly knex: Knex) {}

  async add(
    comment: Parameters<ReviewCommentStore['add']>[0],
    tx: Knex.Transaction,
  ) {
    const [row] = await tx<ReviewCommentRow>('review_comments')
      .insert({
        review_id: comment.reviewId,
        question: comment.question ?? null,
        body: comment.body,
        commented_by: comment.by,
        commented_at: comment.at.getTime(),
        edited_at: null,
        version: 1,
      })
      .returning('*');
    return commentOfRow(row);
  }

  async get(reviewId: number, id: number, tx?: Knex.Transaction) {
    const row = await (tx ?? this.knex)<ReviewCommentRow>('review_comments')
      .where({ id, review_id: reviewId })
      .first();
    return row && commentOfRow(row);
  }

  async list(
    reviewId: number,
    page: Parameters<ReviewCommentStore['list']>[1],
  ) {
    const found = this.knex<ReviewCommentRow>('review_comments').where(
      'review_id',
      reviewId,
    );
    if (page.question !== undefined) {
      found.where('question', page.question);
    }
    const [{ count }] = await found.clone().count({ count: '*' });
    const rows: ReviewCommentRow[] = await found
      .orderBy('id')
      .limit(page.limit)
      .offset(page.offset);
    return { items: rows.map(commentOfRow), totalItems: Number(count) };
  }

  async count(reviewId: number, tx?: Knex.Transaction) {
    const rows: { question: string | null; count: number | string }[] = await (
      tx ?? this.knex
    )('review_comments')
      .where('review_id', reviewId)
      .groupBy('question')
      .orderBy('question')
      .select('question')
      .count({ count: '*' });
    return rows.map(row => ({
      question: optional(row.question),
      count: Number(row.count),
    }));
  }

  async edit(
    comment: Pick<ReviewComment, 'id' | 'version' | 'body'>,
    at: Date,
    tx: Knex.Transaction,
  ) {
    const { id, version, body } = comment;
    const [row]: ReviewCommentRow[] = await tx('review_comments')
      .where({ id, version })
      .update({ body, edited_at: at.getTime(), version: version + 1 })
      .returning('*');
    return row && commentOfRow(row);
  }

  async remove(id: number, tx: Knex.Transaction) {
    await tx('review_comments').where('id', id).delete();
  }
}

function commentOfRow(row: ReviewCommentRow): ReviewComment {
  return {
    id: row.id,
    reviewId: row.review_id,
    question: optional(row.question),
    body: row.body,
    by: row.commented_by,
    at: dateOf(row.commented_at),
    editedAt: optionalDateOf(row.edited_at),
    version: row.version,
  };
}
