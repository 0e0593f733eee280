import { Knex } from 'knex';
import { ReviewContents } from './Review';
import { ReviewCommentStore } from './ReviewCommentStore';
import { ReviewEventStore } from './ReviewEventStore';
import {
  ReviewMilestoneStore,
  ReviewMilestoneSummary,
} from './ReviewMilestoneStore';
import { reviewStanding } from './reviewStanding';
import { snapshotReview } from './snapshotReview';

/** Makes milestones. */
export class ReviewMilestones {
  constructor(
    private readonly options: {
      milestones: ReviewMilestoneStore;
      comments: ReviewCommentStore;
      events: ReviewEventStore;
    },
  ) {}

  /** Of a review that is locked. */
  async make(
    contents: ReviewContents,
    milestone: { name: string; by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<ReviewMilestoneSummary> {
    const { milestones, comments, events } = this.options;
    const { review } = contents;
    const counts = await comments.count(review.id, tx);
    const snapshot = snapshotReview(
      contents,
      counts.reduce((sum, { count }) => sum + count, 0),
    );
    const made = await milestones.add(
      review.id,
      {
        ...milestone,
        status: review.status,
        templateVersion: snapshot.template.version,
        progress: reviewStanding(contents).progress,
        risks: snapshot.raisedRisks.length,
        snapshot,
      },
      tx,
    );
    const { name, by, at } = milestone;
    await events.add(
      [
        {
          reviewId: review.id,
          at,
          by,
          type: 'milestone',
          detail: { number: made.number, name },
        },
      ],
      tx,
    );
    return made;
  }
}
