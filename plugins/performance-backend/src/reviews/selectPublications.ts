import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { ReviewMilestoneSummary } from './ReviewMilestoneStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const REVIEWS_PER_STATEMENT = 500;

/** What lists show of a milestone, as far as it tells how the review stood. */
type Publication = Pick<
  ReviewMilestoneSummary,
  'status' | 'templateVersion' | 'progress'
>;

/** How reviews stood when they were published last, by id. */
export async function selectPublications(
  knex: Knex,
  reviewIds: number[],
): Promise<Map<number, Publication>> {
  const publications = new Map<number, Publication>();
  for (const part of chunked(reviewIds, REVIEWS_PER_STATEMENT)) {
    const rows: { review_id: number; summary: string }[] = await knex(
      'review_milestones',
    )
      .whereIn('review_id', part)
      .orderBy('number')
      .select('review_id', 'summary');
    for (const { review_id: id, summary } of rows) {
      const milestone = jsonOf<Publication>(summary);
      if (milestone.status === 'published') {
        publications.set(id, milestone);
      }
    }
  }
  return publications;
}
