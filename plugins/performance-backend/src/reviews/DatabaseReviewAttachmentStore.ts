import { Knex } from 'knex';
import { BigIntColumn, dateOf } from '../database/columns';
import {
  ReviewAttachment,
  ReviewAttachmentStore,
} from './ReviewAttachmentStore';

interface ReviewAttachmentRow {
  id: number;
  review_id: number;
  name: string;
  content_type: string;
  size: number;
  content: Buffer;
  attached_by: string;
  attached_at: BigIntColumn;
}

const ABOUT = [
  'id',
  'review_id',
  'name',
  'content_type',
  'size',
  'attached_by',
  'attached_at',
];

/** Keeps attachments in the plugin's database; its lists rely on review_attachments_review_idx. */
export class DatabaseReviewAttachmentStore implements ReviewAttachmentStore {
  constructor(private readonly knex: Knex) {}

  async add(
    attachment: Omit<ReviewAttachment, 'id'> & { content: Buffer },
    tx: Knex.Transaction,
  ) {
    const [row]: ReviewAttachmentRow[] = await tx('review_attachments')
      .insert({
        review_id: attachment.reviewId,
        name: attachment.name,
        content_type: attachment.contentType,
        size: attachment.size,
        content: attachment.content,
        attached_by: attachment.by,
        attached_at: attachment.at.getTime(),
      })
      .returning(ABOUT);
    return attachmentOfRow(row);
  }

  async list(reviewId: number, tx?: Knex.Transaction) {
    const rows: Omit<ReviewAttachmentRow, 'content'>[] = await (
      tx ?? this.knex
    )('review_attachments')
      .where('review_id', reviewId)
      .orderBy('id')
      .select(ABOUT);
    return rows.map(attachmentOfRow);
  }

  async read(reviewId: number, id: number) {
    const row = await this.knex<ReviewAttachmentRow>('review_attachments')
      .where({ id, review_id: reviewId })
      .first();
    return row && { ...attachmentOfRow(row), content: row.content };
  }

  async remove(id: number, tx: Knex.Transaction) {
    await tx('review_attachments').where('id', id).delete();
  }
}

function attachmentOfRow(
  row: Omit<ReviewAttachmentRow, 'content'>,
): ReviewAttachment {
  return {
    id: row.id,
    reviewId: row.review_id,
    name: row.name,
    contentType: row.content_type,
    size: row.size,
    by: row.attached_by,
    at: dateOf(row.attached_at),
  };
}
