import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { ReviewContents, reviewName } from './Review';
import { ReviewStore } from './ReviewStore';
import { isOpenForAnswers } from './reviewTransitions';

/**
 * A review that nobody else changes until the end of the transaction.
 *
 * @param expected - the version that the caller has seen, where what changes depends on it; `open` where its
 *   questions have to be open for answers.
 * @throws NotFoundError where it is gone, ConflictError where it isn't as expected.
 */
export async function lockReview(
  reviews: ReviewStore,
  id: number,
  tx: Knex.Transaction,
  expected: { version?: number; open?: boolean } = {},
): Promise<ReviewContents> {
  const review = await reviews.lock(id, tx);
  if (!review) {
    throw new NotFoundError(`There is no review '${id}'`);
  }
  const name = reviewName(review);
  if (expected.version !== undefined && expected.version !== review.version) {
    throw new ConflictError(
      `${name} is ${review.status} in version ${
        review.version
      } now, last changed by ${
        review.changedBy
      } at ${review.changedAt.toISOString()}; you have seen version ${
        expected.version
      }. Look at it again before you change it`,
    );
  }
  if (review.status === 'archived') {
    throw new ConflictError(`${name} is archived, which is final`);
  }
  if (expected.open && !isOpenForAnswers(review.status)) {
    throw new ConflictError(`${name} is ${review.status}: reopen it first`);
  }
  const [contents] = await reviews.contents([review], tx);
  return contents;
}
