import { describeRule, metricWords } from './describeRule';

function rule(
  metric: string,
  statistic: string,
  labels: Record<string, string> = {},
) {
  return {
    metric,
    statistic,
    subject: {
      entityRef: 'component:default/checkout',
      environment: 'production',
      labels,
    },
  };
}

describe('describeRule', () => {
  it.each([
    [
      rule('http.request.duration', 'p95', { journey: 'checkout' }),
      'checkout · p95 response time',
    ],
    [rule('http.request.duration', 'p95'), 'p95 response time'],
    [rule('http.request.failed', 'ratio'), 'Failed requests'],
    [rule('http.request.rate', 'rate'), 'Request rate'],
    [rule('web.lcp', 'p75', { page: '/search' }), '/search · p75 LCP'],
    [
      rule('http.request.duration', 'max', {
        journey: 'pay',
        endpoint: 'POST /pay',
      }),
      'pay · POST /pay · max response time',
    ],
    [
      rule('http.request.duration', 'p95', { journey: '*' }),
      'any · p95 response time',
    ],
  ])('says what %j is about', (verdict, words) => {
    expect(describeRule(verdict)).toBe(words);
  });
});

describe('metricWords', () => {
  it.each([
    ['http.request.duration', 'response time'],
    ['web.inp', 'INP'],
    ['web.tti', 'Time to Interactive'],
    ['no.such.metric', 'no.such.metric'],
  ])('writes %s inside a sentence', (metric, words) => {
    expect(metricWords(metric)).toBe(words);
  });
});
