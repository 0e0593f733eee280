import { Knex } from 'knex';

/** What a finding or review hangs on, as permissions look at it. */
export interface RecordRow {
  entityId: number;
  reviewers: string[];
  findingOwner?: string;
}

/** @param number - a whole one. */
export async function selectReviewRecord(
  knex: Knex,
  number: number,
): Promise<RecordRow | undefined> {
  const [row] = await knex('reviews').where('id', number).select('entity_id');
  return (
    row && {
      entityId: row.entity_id,
      reviewers: await knex('review_reviewers')
        .where('review_id', number)
        .pluck('reviewer_ref'),
    }
  );
}

/** @param number - a whole one. */
export async function selectFindingRecord(
  knex: Knex,
  number: number,
): Promise<RecordRow | undefined> {
  const [row] = await knex('findings')
    .where('id', number)
    .select('entity_id', 'owner_ref');
  return (
    row && {
      entityId: row.entity_id,
      reviewers: [],
      findingOwner: row.owner_ref ?? undefined,
    }
  );
}
