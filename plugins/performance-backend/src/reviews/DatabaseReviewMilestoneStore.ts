import { Knex } from 'knex';
import { BigIntColumn, dateOf, jsonOf } from '../database/columns';
import {
  ReviewMilestone,
  ReviewMilestoneStore,
  ReviewMilestoneSummary,
  ReviewSnapshot,
} from './ReviewMilestoneStore';

interface ReviewMilestoneRow {
  review_id: number;
  number: number;
  name: string;
  made_by: string;
  made_at: BigIntColumn;
  summary: string;
  content: string;
}

const ABOUT = ['number', 'name', 'made_by', 'made_at', 'summary'];

/** Keeps milestones in the plugin's database; rows are added and read, nothing else. */
export class DatabaseReviewMilestoneStore implements ReviewMilestoneStore {
  constructor(private readonly knex: Knex) {}

  async add(
    reviewId: number,
    milestone: Omit<ReviewMilestone, 'number'>,
    tx: Knex.Transaction,
  ) {
    const { name, by, at, snapshot, ...summary } = milestone;
    const [{ last }]: { last: number | null }[] = await tx('review_milestones')
      .where('review_id', reviewId)
      .max({ last: 'number' });
    const [row]: ReviewMilestoneRow[] = await tx('review_milestones')
      .insert({
        review_id: reviewId,
        number: (last ?? 0) + 1,
        name,
        made_by: by,
        made_at: at.getTime(),
        summary: JSON.stringify(summary),
        content: JSON.stringify(snapshot),
      })
      .returning(ABOUT);
    return summaryOfRow(row);
  }

  async get(reviewId: number, number: number) {
    const row = await this.knex<ReviewMilestoneRow>('review_milestones')
      .where({ review_id: reviewId, number })
      .first();
    return (
      row && {
        ...summaryOfRow(row),
        snapshot: jsonOf<ReviewSnapshot>(row.content),
      }
    );
  }

  async list(reviewId: number) {
    const rows: Omit<ReviewMilestoneRow, 'content' | 'review_id'>[] =
      await this.knex('review_milestones')
        .where('review_id', reviewId)
        .orderBy('number', 'desc')
        .select(ABOUT);
    return rows.map(summaryOfRow);
  }

  async hasAttachment(
    reviewId: number,
    attachmentId: number,
    tx: Knex.Transaction,
  ) {
    const rows: Pick<ReviewMilestoneRow, 'content'>[] = await tx(
      'review_milestones',
    )
      .where('review_id', reviewId)
      .select('content');
    return rows.some(({ content }) =>
      jsonOf<ReviewSnapshot>(content).answers.some(({ evidence = [] }) =>
        evidence.some(
          ({ type, ref }) =>
            type === 'attachment' && ref === String(attachmentId),
        ),
      ),
    );
  }
}

function summaryOfRow(
  row: Omit<ReviewMilestoneRow, 'content' | 'review_id'>,
): ReviewMilestoneSummary {
  return {
    ...jsonOf<
      Pick<
        ReviewMilestoneSummary,
        'status' | 'templateVersion' | 'progress' | 'risks'
      >
    >(row.summary),
    number: row.number,
    name: row.name,
    by: row.made_by,
    at: dateOf(row.made_at),
  };
}
