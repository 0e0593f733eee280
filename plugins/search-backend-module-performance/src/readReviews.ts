import { PerformanceClient } from '@perf-governance/plugin-performance-common';
import { answered } from './answered';
import { PerformanceReviewDocument, reviewDocument } from './documents';

const PAGE = 100;

/** All reviews but archived ones. */
export async function* readReviews(
  client: PerformanceClient,
): AsyncGenerator<PerformanceReviewDocument> {
  for (let offset = 0; ; offset += PAGE) {
    const { items, totalItems } = answered(
      await client.GET('/reviews', {
        params: {
          query: { sort: 'createdAt', order: 'asc', limit: PAGE, offset },
        },
      }),
    );
    for (const { id: reviewId } of items) {
      const detail = await client.GET('/reviews/{reviewId}', {
        params: { path: { reviewId } },
      });
      // Others may have gone since the page was read.
      if (detail.response.status !== 404) {
        yield reviewDocument(answered(detail));
      }
    }
    if (offset + PAGE >= totalItems) {
      return;
    }
  }
}
