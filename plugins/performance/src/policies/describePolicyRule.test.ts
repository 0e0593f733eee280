import { describePolicyRule } from './describePolicyRule';

describe('describePolicyRule', () => {
  it.each([
    [
      { budget: { metric: 'http.request.duration', statistic: 'p95' } },
      'p95 response time',
    ],
    [
      {
        budget: {
          metric: 'http.request.duration',
          statistic: 'p95',
          environment: 'production',
        },
      },
      'p95 response time in production',
    ],
    [
      { budget: { metric: 'http.request.duration' } },
      'every budget on response time',
    ],
    [{ budget: { metric: 'web.*' } }, 'every budget on web.*'],
    [{ area: 'latency' }, 'everything about API latency'],
    [{ slo: '*' }, 'every SLO'],
    [{ slo: 'availability' }, 'SLO availability'],
    [{ finding: '*' }, 'every finding'],
    [{ finding: { atLeast: 'high' } }, 'findings of high risk or worse'],
    [
      {
        finding: {
          category: ['fan-out', 'missing-index'],
          atLeast: 'critical',
        },
      },
      'findings in fan out or missing index of critical risk',
    ],
    [{ check: '*' }, 'every check'],
    [{ check: 'load-test-fresh' }, 'check load-test-fresh'],
    [
      { scorecard: 'service-baseline' },
      'the rules of scorecard service-baseline',
    ],
  ])('writes %j as %s', (rule, words) => {
    expect(describePolicyRule(rule)).toBe(words);
  });
});
