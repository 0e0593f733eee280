import { parseDefinitions } from './parseDefinitions';

const SLO = `apiVersion: performance-governance.io/v1
kind: SLO
metadata:
  name: availability
  title: Requests that are answered
spec:
  appliesTo: { entity: { kind: Component }, system: checkout }
  exempt:
    - when: { lifecycle: experimental }
      reason: Nobody depends on it yet.
  environment: staging
  minEvents: 50
  step: 60s
  indicator:
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            metricSourceRef: prometheus
            spec:
              query: errors_total{job="{{ entity.metadata.name }}"}
        total:
          metricSource:
            type: Prometheus
            spec:
              query: all_total{job="{{ entity.metadata.name }}"}
  timeWindow:
    - duration: 1M
      calendar:
        startTime: 2026-01-01 00:00:00
        timeZone: Europe/Berlin
  budgetingMethod: Timeslices
  objectives:
    - name: strict
      target: 0.999
      timeSliceTarget: 0.95
      timeSliceWindow: 1m
    - targetPercent: 99.99
      timeSliceTarget: 0.9
      timeSliceWindow: 1m
`;

const parse = (text: string) =>
  parseDefinitions(text, {
    file: 'performance.yaml',
    layer: { kind: 'org' },
    source: { type: 'config', location: 'performance.yaml' },
  });

describe('a definition of an SLO', () => {
  it('says what is measured, for whom and against what', () => {
    const { definitions, problems } = parse(SLO);

    expect(problems).toEqual([]);
    expect(definitions).toEqual([
      {
        id: 'org/slo/availability',
        version: 1,
        kind: 'SLO',
        metadata: {
          name: 'availability',
          title: 'Requests that are answered',
        },
        spec: {
          appliesTo: {
            entity: { kind: 'Component' },
            system: ['system:default/checkout'],
          },
          exempt: [
            {
              when: { lifecycle: ['experimental'] },
              reason: 'Nobody depends on it yet.',
            },
          ],
          environment: 'staging',
          budgetingMethod: 'Timeslices',
          timeWindow: {
            type: 'calendar',
            duration: { count: 1, unit: 'month' },
            startTime: '2026-01-01T00:00:00',
            timeZone: 'Europe/Berlin',
          },
          indicator: {
            type: 'ratio',
            counter: true,
            bad: {
              source: 'prometheus',
              query: 'errors_total{job="{{ entity.metadata.name }}"}',
            },
            total: {
              source: 'prometheus',
              query: 'all_total{job="{{ entity.metadata.name }}"}',
            },
          },
          objectives: [
            {
              name: 'strict',
              target: 0.999,
              timeSliceTarget: 0.95,
              timeSliceSeconds: 60,
            },
            {
              name: 'objective-2',
              target: 0.9999,
              timeSliceTarget: 0.9,
              timeSliceSeconds: 60,
            },
          ],
          stepSeconds: 60,
          minEvents: 50,
        },
        layer: { kind: 'org' },
        source: { type: 'config', location: 'performance.yaml', line: 1 },
      },
    ]);
  });

  it.each([
    ['no window', / {2}timeWindow:[^]*Berlin\n/, '', '7:3 missing-field'],
    ['an endless target', 'target: 0.999', 'target: 1', '36:15 invalid-value'],
    [
      'two targets',
      'target: 0.999',
      'target: 0.999\n      targetPercent: 99.9',
      '35:7 exactly-one',
    ],
    ['a zone that there isn’t', 'Berlin', 'Bern', '32:19 invalid-time-zone'],
    [
      'a day that there isn’t',
      '2026-01-01',
      '2026-13-01',
      '31:20 invalid-date',
    ],
    [
      'a window that is both',
      'duration: 1M',
      'duration: 1M\n      isRolling: true',
      '29:7 exactly-one',
    ],
    ['no time at all', '1M', '0M', '29:17 invalid-duration'],
    [
      'a slice of a month',
      'timeSliceWindow: 1m',
      'timeSliceWindow: 1M',
      '38:24 invalid-duration',
    ],
    [
      'slices without a target',
      '      timeSliceTarget: 0.95\n',
      '',
      '35:7 missing-field',
    ],
    [
      'slices that have no meaning',
      'Timeslices',
      'Occurrences',
      '37:24 invalid-value',
    ],
    [
      'a comparison of a ratio',
      'target: 0.999',
      'target: 0.999\n      value: 3',
      '37:14 invalid-value',
    ],
    [
      'good and bad',
      'counter: true',
      'counter: true\n        good: { metricSource: { type: pushed } }',
      '17:9 exactly-one',
    ],
    [
      'a source that is said twice',
      'metricSourceRef: prometheus',
      'metricSourceRef: prometheus\n            type: Prometheus',
      '20:13 exactly-one',
    ],
    [
      'nothing to ask',
      / {12}type: Prometheus\n {12}spec:\n.*all_total.*\n/,
      '            type: Prometheus\n',
      '25:13 missing-field',
    ],
    [
      'a spec without anything to ask',
      /\n {14}query: all_total.*\n/,
      ' {}\n',
      '26:19 missing-field',
    ],
    [
      'two objectives of one name',
      '- targetPercent',
      '- name: strict\n      targetPercent',
      '39:13 duplicate-name',
    ],
    [
      'no indicator',
      / {2}indicator:[^]*(?= {2}timeWindow)/,
      '',
      '7:3 exactly-one',
    ],
    [
      'an unknown template',
      '{{ entity.metadata.name }}',
      '{{ name }}',
      '22:22 invalid-value',
    ],
    [
      'a query that isn’t PromQL',
      'errors_total{job="{{ entity.metadata.name }}"}',
      'errors_total{job="{{ entity.metadata.name }}"',
      '22:22 query-syntax',
    ],
    [
      'a window of more than ten years',
      'duration: 1M',
      'duration: 99999999999999999999d',
      '29:17 invalid-duration',
    ],
    [
      'a slice longer than the window',
      'timeSliceWindow: 1m',
      'timeSliceWindow: 29d',
      '38:24 invalid-duration',
    ],
    [
      'a method that there isn’t',
      'Timeslices',
      'TimeSlices',
      '33:20 invalid-value',
    ],
  ])('is refused with %s', (_, from, to, expected) => {
    const text = SLO.replace(from, to);
    expect(text).not.toBe(SLO);
    const { definitions, problems } = parse(text);

    expect(definitions).toEqual([]);
    expect(
      problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
    ).toContain(expected);
  });

  it.each([
    '{ metricSource: { type: pushed } }',
    '{ metricSource: { type: pushed, spec: {} } }',
  ])('may have its samples pushed: %s', pushed => {
    const text = SLO.replace(
      /counter: true\n[^]*(?= {2}timeWindow)/,
      `good: ${pushed}\n        total: ${pushed}\n`,
    );
    expect(parse(text)).toMatchObject({
      definitions: [{ spec: { indicator: { type: 'pushed' } } }],
      problems: [],
    });
  });

  it('takes the place of no other of its name, in whatever language', () => {
    const openSlo = `apiVersion: openslo/v1
kind: SLO
metadata: { name: availability }
spec:
  service: shop
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: good_total } } }
        total: { metricSource: { type: Prometheus, spec: { query: all_total } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
`;
    const { definitions, problems } = parse(`${SLO}---\n${openSlo}`);

    expect(definitions).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ line: 43, rule: 'duplicate-name' }),
    ]);
  });
});
