import { SloIndicator } from '../../model';
import { latencyObjective } from './latencyObjective';

const TOTAL = 'http_request_duration_seconds_count{service="pay"}';

function ratio(good: string): SloIndicator {
  return {
    type: 'ratio',
    counter: true,
    good: { source: 'prometheus', query: good },
    total: { source: 'prometheus', query: TOTAL },
  };
}

describe('what an SLO promises of latency', () => {
  it.each<[string, string, number]>([
    [
      'a bucket',
      'http_request_duration_seconds_bucket{service="pay",le="0.3"}',
      300,
    ],
    [
      'a rate of a bucket, with the bound first',
      `sum(rate(http_server_requests_seconds_bucket{ le='2.5', uri!="/health"}[5m]))`,
      2500,
    ],
    [
      'milliseconds',
      'http_server_request_duration_milliseconds_bucket{le="250"}',
      250,
    ],
    [
      'several buckets of one bound',
      'http_request_duration_seconds_bucket{code="200",le="1"} + http_request_duration_seconds_bucket{code="204",le="1.0"}',
      1000,
    ],
  ])('is known of %s', (_, query, milliseconds) => {
    expect(latencyObjective(ratio(query), 0.995)).toEqual({
      quantile: 0.995,
      milliseconds,
    });
  });

  it.each<[string, SloIndicator]>([
    ['no histogram', ratio('http_requests_total{code!~"5.."}')],
    ['no bound', ratio('http_request_duration_seconds_bucket{service="pay"}')],
    ['all of them', ratio('http_request_duration_seconds_bucket{le="+Inf"}')],
    [
      'a pattern of bounds',
      ratio('http_request_duration_seconds_bucket{le=~"0.1|0.3"}'),
    ],
    [
      'two bounds',
      ratio(
        'http_request_duration_seconds_bucket{le="0.3"} + http_request_duration_seconds_bucket{le="0.5"}',
      ),
    ],
    [
      'a bucket less something else',
      ratio(
        'http_request_duration_seconds_bucket{le="0.3"} - http_requests_total{code="500"}',
      ),
    ],
    ['an unknown unit', ratio('http_request_duration_bucket{le="0.3"}')],
    [
      'what it waits for itself',
      ratio('http_client_requests_seconds_bucket{le="0.3"}'),
    ],
    ['something else', ratio('db_query_duration_seconds_bucket{le="0.3"}')],
    [
      'a threshold of steps, whose unit nobody tells',
      {
        type: 'threshold',
        metric: { source: 'prometheus', query: 'http_request_duration_p95' },
      },
    ],
    ['what is pushed', { type: 'pushed' }],
  ])('is not known of %s', (_, indicator) => {
    expect(latencyObjective(indicator, 0.99)).toBeUndefined();
  });
});
