import {
  components,
  RaisedRisk,
  ReviewStatus,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ReviewQuestionnaire } from './Review';

type Schemas = components['schemas'];

/** A review as it once stood, as it is shown: what is stored doesn't follow later changes of anything. */
export interface ReviewSnapshot {
  title: string;
  subject: Schemas['Review']['subject'];
  reviewers: string[];
  template: Schemas['Review']['template'];
  templateSpec: ReviewQuestionnaire;
  answers: Schemas['ReviewAnswer'][];
  raisedRisks: (RaisedRisk & {
    decision?: Schemas['ReviewRaisedRisk']['decision'];
  })[];
  /** How many there were. */
  comments: number;
}

export interface ReviewMilestoneSummary {
  /** Counts from 1 in each review. */
  number: number;
  name: string;
  by: string;
  at: Date;
  status: ReviewStatus;
  templateVersion: string;
  progress: Schemas['ReviewProgress'];
  /** Raised. */
  risks: number;
}

export interface ReviewMilestone extends ReviewMilestoneSummary {
  snapshot: ReviewSnapshot;
}

/** Reviews as they once stood; what is stored stays as it is. */
export interface ReviewMilestoneStore {
  /** Of a review that is locked. */
  add(
    reviewId: number,
    milestone: Omit<ReviewMilestone, 'number'>,
    tx: Knex.Transaction,
  ): Promise<ReviewMilestoneSummary>;
  get(reviewId: number, number: number): Promise<ReviewMilestone | undefined>;
  /** Newest first. */
  list(reviewId: number): Promise<ReviewMilestoneSummary[]>;
  /** Whether a snapshot refers to the attachment. */
  hasAttachment(
    reviewId: number,
    attachmentId: number,
    tx: Knex.Transaction,
  ): Promise<boolean>;
}
