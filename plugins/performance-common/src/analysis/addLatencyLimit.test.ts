import { Labels, LatencyLimit } from '../model';
import { addLatencyLimit } from './addLatencyLimit';

function limit(
  milliseconds: number,
  labels?: Labels,
  rest: Partial<LatencyLimit> = {},
): LatencyLimit {
  return {
    ruleId: 'budget:http.request.duration:p95',
    environment: 'production',
    quantile: 0.95,
    milliseconds,
    ...(labels && { labels }),
    ...rest,
  };
}

const pay = { journey: 'pay' };
const refund = { journey: 'refund' };

describe('the latency limits of an entity', () => {
  it.each([
    {
      name: 'the widest of single journeys',
      added: [limit(300, pay), limit(400, refund), limit(200, pay)],
      kept: [limit(400, refund)],
    },
    {
      name: 'that over everything, however it compares',
      added: [limit(300, pay), limit(250), limit(400, refund)],
      kept: [limit(250)],
    },
    {
      name: 'one of each percentile and environment',
      added: [
        limit(300),
        limit(500, undefined, { quantile: 0.99 }),
        limit(350, undefined, { environment: 'staging' }),
      ],
      kept: [
        limit(300),
        limit(500, undefined, { quantile: 0.99 }),
        limit(350, undefined, { environment: 'staging' }),
      ],
    },
  ])('are $name', ({ added, kept }) => {
    const limits: LatencyLimit[] = [];
    for (const each of added) {
      addLatencyLimit(limits, each);
    }
    expect(limits).toEqual(kept);
  });
});
