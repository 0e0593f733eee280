import { Knex } from 'knex';

/** A small file, without what is in it. */
export interface ReviewAttachment {
  id: number;
  reviewId: number;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  by: string;
  at: Date;
}

/** Files attached to reviews. */
export interface ReviewAttachmentStore {
  add(
    attachment: Omit<ReviewAttachment, 'id'> & { content: Buffer },
    tx: Knex.Transaction,
  ): Promise<ReviewAttachment>;
  /** Oldest first. */
  list(reviewId: number, tx?: Knex.Transaction): Promise<ReviewAttachment[]>;
  read(
    reviewId: number,
    id: number,
  ): Promise<(ReviewAttachment & { content: Buffer }) | undefined>;
  remove(id: number, tx: Knex.Transaction): Promise<void>;
}
