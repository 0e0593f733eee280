import { PerformanceClient } from '@perf-governance/plugin-performance-common';
import { findingDocument, PerformanceFindingDocument } from './documents';
import { answered } from './answered';

const PAGE = 100;

/** All findings but what was called invalid, or a duplicate of another one. */
export async function* readFindings(
  client: PerformanceClient,
): AsyncGenerator<PerformanceFindingDocument> {
  for (let offset = 0; ; offset += PAGE) {
    const { items, totalItems } = answered(
      await client.GET('/findings', {
        params: {
          query: {
            status: [
              'open',
              'in-progress',
              'resolved',
              'verified',
              'risk-accepted',
            ],
            sort: 'age',
            limit: PAGE,
            offset,
          },
        },
      }),
    );
    for (const { id: findingId } of items) {
      const detail = await client.GET('/findings/{findingId}', {
        params: { path: { findingId } },
      });
      // Others may have gone since the page was read.
      if (detail.response.status !== 404) {
        yield findingDocument(answered(detail));
      }
    }
    if (offset + PAGE >= totalItems) {
      return;
    }
  }
}
