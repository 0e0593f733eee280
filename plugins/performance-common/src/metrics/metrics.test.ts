import { getMetric } from './getMetric';
import { METRICS } from './metricRegistry';
import { parseStatistic, quantileKey } from './parseStatistic';
import { statisticUnit } from './statisticUnit';

describe('getMetric', () => {
  it('has each name once', () => {
    const names = METRICS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['http.request.duration', 'ms', 'lower', 'distribution'],
    ['http.request.failed', 'ratio', 'lower', 'ratio'],
    ['http.request.rate', '1/s', 'higher', 'rate'],
    ['web.cls', '1', 'lower', 'distribution'],
    ['web.score.performance', 'ratio', 'higher', 'distribution'],
    ['page.bytes.script', 'B', 'lower', 'distribution'],
    ['checks.passed', 'ratio', 'higher', 'ratio'],
  ])('knows %s', (name, unit, direction, type) => {
    expect(getMetric(name)).toMatchObject({ name, unit, direction, type });
  });

  it('takes any name under custom, and no other', () => {
    expect(getMetric('custom.basket_size', 'B')).toMatchObject({
      name: 'custom.basket_size',
      title: 'basket size',
      unit: 'B',
      area: 'custom',
    });
    expect(getMetric('basket_size')).toBeUndefined();
    expect(getMetric('custom.')).toBeUndefined();
    expect(getMetric('constructor')).toBeUndefined();
  });
});

describe('parseStatistic', () => {
  it.each([
    ['p95', 'p95', '0.95'],
    ['p99.9', 'p99.9', '0.999'],
    ['p99.90', 'p99.9', '0.999'],
    ['p5', 'p5', '0.05'],
    ['p50', 'p50', '0.5'],
    ['p55', 'p55', '0.55'],
    ['mean', 'mean', undefined],
  ])('reads %s', (text, statistic, key) => {
    const parsed = parseStatistic(text);
    expect(parsed).toBe(statistic);
    expect(parsed && quantileKey(parsed)).toBe(key);
  });

  it.each(['p0', 'p100', 'p(95)', '95', 'P95', 'median', 'p95.12345', ''])(
    'refuses %j',
    text => {
      expect(parseStatistic(text)).toBeUndefined();
    },
  );
});

describe('statisticUnit', () => {
  it.each([
    ['http.request.duration', 'p95', 'ms'],
    ['http.request.duration', 'count', '1'],
    ['http.request.rate', 'count', '1'],
    ['data.received', 'count', 'B'],
  ] as const)('of %s %s is %s', (name, statistic, unit) => {
    const metric = getMetric(name);
    expect(metric && statisticUnit(metric, statistic)).toBe(unit);
  });
});
