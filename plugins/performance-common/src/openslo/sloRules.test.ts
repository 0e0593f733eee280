import fc from 'fast-check';
import { OPEN_SLO_RULES } from './openSloRules';
import { parseOpenSlo } from './parseOpenSlo';

const V1 = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
spec:
  service: checkout
  indicator:
    metadata:
      name: requests
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: good_total } } }
        total: { metricSource: { type: Prometheus, spec: { query: all_total } } }
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.99
`;
const CALENDAR = V1.replace(
  'isRolling: true',
  'calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin }',
);
const SLICES = V1.replace('Occurrences', 'Timeslices').replace(
  '- target: 0.99',
  '- target: 0.99\n      timeSliceTarget: 0.95\n      timeSliceWindow: 1m',
);
const THRESHOLD = V1.replace(
  / {6}ratioMetric:[^]*query: all_total \} \} \}\n/,
  '      thresholdMetric: { metricSource: { type: Prometheus, spec: { query: seconds } } }\n',
).replace('- target: 0.99', '- target: 0.99\n      op: lt\n      value: 0.3');
const COMPOSITE = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
spec:
  service: checkout
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.99
      indicatorRef: requests
    - target: 0.99
      indicatorRef: requests
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  ratioMetric:
    counter: true
    good: { metricSource: { type: Prometheus, spec: { query: good_total } } }
    total: { metricSource: { type: Prometheus, spec: { query: all_total } } }
`;
const SLOTH = `version: prometheus/v1
service: shop
slos:
  - name: availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(errors_total[{{.window}}]))
        total_query: sum(rate(all_total[{{.window}}]))
    alerting:
      name: ShopErrors
`;
const PYRRA = `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata:
  name: api
spec:
  target: "99"
  window: 4w
  indicator:
    ratio:
      errors: { metric: errors_total }
      total: { metric: all_total }
`;

/** What all authorities refuse, or has no meaning: an error in any profile. */
const ERRORS: [
  what: string,
  document: string,
  from: string | RegExp,
  to: string,
  problem: [line: number, column: number, rule: string, source: string],
][] = [
  [
    'no version',
    V1,
    'apiVersion: openslo/v1\n',
    '',
    [1, 1, 'missing-field', 'spec'],
  ],
  [
    'an unknown version',
    V1,
    'openslo/v1',
    'openslo/v2',
    [1, 13, 'unsupported-api-version', 'spec'],
  ],
  [
    'an unknown kind',
    V1,
    'kind: SLO',
    'kind: SLOs',
    [2, 7, 'unknown-kind', 'spec'],
  ],
  [
    'no metadata',
    V1,
    /metadata:\n {2}name: checkout\n/,
    '',
    [1, 1, 'missing-field', 'spec'],
  ],
  [
    'no name',
    V1,
    '  name: checkout\n',
    '  displayName: Checkout\n',
    [4, 3, 'missing-field', 'spec'],
  ],
  ['no spec', V1, /spec:[^]*$/, '', [1, 1, 'missing-field', 'spec']],
  [
    'no service',
    V1,
    '  service: checkout\n',
    '',
    [6, 3, 'missing-field', 'spec'],
  ],
  [
    'a query that is too long',
    V1,
    'good_total',
    'x'.repeat(20_001),
    [13, 66, 'too-long', 'governance'],
  ],
  [
    'an unknown template',
    V1,
    'query: good_total',
    'query: "good_total{job={{ name }}}"',
    [13, 66, 'query-template', 'governance'],
  ],
  [
    'a query that isn’t PromQL',
    V1,
    'query: good_total',
    "query: 'sum(good_total'",
    [13, 66, 'query-syntax', 'governance'],
  ],
  [
    'a query that isn’t PromQL, to a source that is one by its document',
    `${V1}---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: shop-metrics }
spec: { type: Prometheus, connectionDetails: { url: 'http://localhost' } }
`,
    'type: Prometheus, spec: { query: good_total',
    "metricSourceRef: shop-metrics, spec: { query: 'sum(good_total'",
    [13, 79, 'query-syntax', 'governance'],
  ],
  [
    'a service that no entity can be',
    V1,
    'service: checkout',
    'service: "checkout:"',
    [6, 12, 'invalid-name', 'governance'],
  ],
  [
    'a number for a text',
    V1,
    'service: checkout',
    'service: 7',
    [6, 12, 'wrong-type', 'spec'],
  ],
  [
    'a text for a mapping',
    V1,
    /indicator:\n[^]*?timeWindow/,
    'indicator: requests\n  timeWindow',
    [7, 14, 'wrong-type', 'spec'],
  ],
  [
    'a long description',
    V1,
    'service: checkout',
    `service: checkout\n  description: ${'x'.repeat(1051)}`,
    [7, 16, 'too-long', 'spec'],
  ],
  [
    'an annotation with two slashes',
    V1,
    'name: checkout\n',
    'name: checkout\n  annotations: { a/b/c: x }\n',
    [5, 18, 'invalid-annotation', 'spec'],
  ],
  [
    'a label that is a mapping',
    V1,
    'name: checkout\n',
    'name: checkout\n  labels: { team: { a: b } }\n',
    [5, 19, 'invalid-label', 'spec'],
  ],
  [
    'no window',
    V1,
    / {2}timeWindow:[^]*isRolling: true\n/,
    '',
    [6, 3, 'time-window', 'governance'],
  ],
  [
    'two windows',
    V1,
    '- duration: 30d',
    '- duration: 7d\n      isRolling: true\n    - duration: 30d',
    [16, 5, 'time-window', 'spec'],
  ],
  [
    'a window that is both',
    CALENDAR,
    'duration: 30d',
    'duration: 30d\n      isRolling: true',
    [18, 17, 'rolling-or-calendar', 'governance'],
  ],
  [
    'a window that is neither',
    V1,
    'isRolling: true',
    'isRolling: false',
    [16, 7, 'rolling-or-calendar', 'spec'],
  ],
  [
    'no duration',
    V1,
    'duration: 30d\n      ',
    '',
    [16, 7, 'missing-field', 'spec'],
  ],
  [
    'a duration with a space',
    V1,
    '30d',
    '30 d',
    [16, 17, 'invalid-duration', 'spec'],
  ],
  ['seconds', V1, '30d', '30s', [16, 17, 'invalid-duration', 'spec']],
  ['days in capitals', V1, '30d', '30D', [16, 17, 'invalid-duration', 'spec']],
  ...[
    '99999999999999999999d',
    '9007199254740993d',
    '11Y',
    '3661d',
    '121M',
    '41Q',
    '5270401m',
  ].map((duration): (typeof ERRORS)[number] => [
    `${duration}, more than ten years`,
    V1,
    '30d',
    duration,
    [16, 17, 'invalid-duration', 'governance'],
  ]),
  [
    'a slice longer than the time window',
    SLICES,
    'timeSliceWindow: 1m',
    'timeSliceWindow: 31d',
    [22, 24, 'time-slice', 'governance'],
  ],
  [
    'Pyrra: more than ten years',
    PYRRA,
    '4w',
    '99999999999999999999w',
    [7, 11, 'invalid-duration', 'governance'],
  ],
  [
    'no time at all',
    V1,
    '30d',
    '0d',
    [16, 17, 'invalid-duration', 'governance'],
  ],
  [
    'a day that there isn’t',
    CALENDAR,
    '2026-01-01',
    '2026-02-30',
    [17, 30, 'invalid-date', 'governance'],
  ],
  [
    'a start with a zone',
    CALENDAR,
    '2026-01-01 00:00:00',
    '2026-01-01T00:00:00Z',
    [17, 30, 'invalid-date', 'governance'],
  ],
  [
    'a zone that there isn’t',
    CALENDAR,
    'Europe/Berlin',
    'Europe/Atlantis',
    [17, 61, 'invalid-time-zone', 'governance'],
  ],
  [
    'an offset for a zone',
    CALENDAR,
    'Europe/Berlin',
    '"+01:00"',
    [17, 61, 'invalid-time-zone', 'governance'],
  ],
  [
    'no method',
    V1,
    '  budgetingMethod: Occurrences\n',
    '',
    [6, 3, 'missing-field', 'spec'],
  ],
  [
    'an unknown method',
    V1,
    'Occurrences',
    'Occurences',
    [18, 20, 'invalid-value', 'spec'],
  ],
  [
    'no objectives',
    V1,
    / {2}objectives:[^]*$/,
    '',
    [6, 3, 'missing-field', 'spec'],
  ],
  [
    'an empty list of objectives',
    V1,
    / {2}objectives:[^]*$/,
    '  objectives: []\n',
    [19, 15, 'missing-field', 'governance'],
  ],
  ['a target of 1', V1, '0.99', '1', [20, 15, 'target-range', 'governance']],
  [
    'a target below 0',
    V1,
    '0.99',
    '-0.1',
    [20, 15, 'target-range', 'governance'],
  ],
  [
    'a percentage of 100',
    V1,
    'target: 0.99',
    'targetPercent: 100',
    [20, 22, 'target-range', 'governance'],
  ],
  [
    'no target',
    V1,
    'target: 0.99',
    'displayName: Good',
    [20, 7, 'exactly-one', 'spec'],
  ],
  [
    'targets that contradict each other',
    V1,
    'target: 0.99',
    'target: 0.99\n      targetPercent: 98',
    [21, 22, 'exactly-one', 'governance'],
  ],
  [
    'slices without a target',
    SLICES,
    '      timeSliceTarget: 0.95\n',
    '',
    [20, 7, 'time-slice', 'spec'],
  ],
  [
    'slices without a length',
    SLICES,
    '      timeSliceWindow: 1m\n',
    '',
    [20, 7, 'time-slice', 'spec'],
  ],
  [
    'a slice’s target of 0',
    SLICES,
    '0.95',
    '0',
    [21, 24, 'time-slice', 'governance'],
  ],
  [
    'a slice’s target above 1',
    SLICES,
    '0.95',
    '1.5',
    [21, 24, 'time-slice', 'governance'],
  ],
  [
    'slices of a month',
    SLICES,
    '1m',
    '1M',
    [22, 24, 'time-slice', 'governance'],
  ],
  [
    'ratios of slices without a length',
    SLICES.replace('      timeSliceWindow: 1m\n', ''),
    'Timeslices',
    'RatioTimeslices',
    [20, 7, 'time-slice', 'governance'],
  ],
  [
    'good and bad',
    V1,
    'counter: true',
    'counter: true\n        bad: { metricSource: { type: Prometheus, spec: { query: x } } }',
    [12, 9, 'exactly-one', 'spec'],
  ],
  [
    'neither good nor bad',
    V1,
    / {8}good:.*\n/,
    '',
    [12, 9, 'exactly-one', 'spec'],
  ],
  ['no total', V1, / {8}total:.*\n/, '', [12, 9, 'exactly-one', 'spec']],
  [
    'total and raw',
    V1,
    'counter: true',
    'counter: true\n        raw: { metricSource: { type: Prometheus, spec: { query: x } } }',
    [12, 9, 'exactly-one', 'governance'],
  ],
  [
    'raw without its type',
    V1,
    / {8}counter: true\n.*\n.*\n/,
    '        raw: { metricSource: { type: Prometheus, spec: { query: x } } }\n',
    [12, 9, 'raw-ratio', 'governance'],
  ],
  [
    'threshold and ratio',
    V1,
    '      ratioMetric:',
    '      thresholdMetric: { metricSource: { type: Prometheus, spec: { query: x } } }\n      ratioMetric:',
    [11, 7, 'exactly-one', 'spec'],
  ],
  [
    'no query',
    V1,
    'query: good_total',
    'sql: x',
    [13, 57, 'no-query', 'governance'],
  ],
  [
    'no source',
    V1,
    'type: Prometheus, spec: { query: good',
    'spec: { query: good',
    [13, 15, 'no-metric-source', 'governance'],
  ],
  [
    'a threshold without an operator',
    THRESHOLD,
    '      op: lt\n',
    '',
    [17, 7, 'threshold-comparison', 'governance'],
  ],
  [
    'a threshold without a value',
    THRESHOLD,
    '      value: 0.3\n',
    '',
    [17, 7, 'threshold-comparison', 'governance'],
  ],
  [
    'an unknown operator',
    THRESHOLD,
    'op: lt',
    'op: less',
    [18, 11, 'invalid-value', 'spec'],
  ],
  [
    'no indicator',
    V1,
    / {2}indicator:[^]*(?= {2}timeWindow)/,
    '',
    [6, 3, 'indicator-place', 'spec'],
  ],
  [
    'indicators in both places',
    COMPOSITE,
    '  timeWindow',
    '  indicatorRef: requests\n  timeWindow',
    [7, 17, 'indicator-place', 'governance'],
  ],
  [
    'an indicator in one objective of two',
    COMPOSITE,
    /0\.99\n {6}indicatorRef: requests\n---/,
    '0.99\n---',
    [14, 7, 'indicator-place', 'governance'],
  ],
  [
    'an indicator and a reference',
    V1,
    '  indicator:',
    '  indicatorRef: requests\n  indicator:',
    [7, 17, 'exactly-one', 'spec'],
  ],
  [
    'a reference to nothing',
    COMPOSITE,
    'name: requests',
    'name: request',
    [13, 21, 'unresolved-reference', 'governance'],
  ],
  [
    'a weight of 0',
    COMPOSITE,
    '- target: 0.99',
    '- target: 0.99\n      compositeWeight: 0',
    [13, 24, 'invalid-value', 'governance'],
  ],
  [
    'two SLOs of one name',
    V1,
    /$/,
    `---\n${V1}`,
    [25, 9, 'duplicate-name', 'governance'],
  ],
  [
    'the same key twice',
    V1,
    'service: checkout',
    'service: checkout\n  service: shop',
    [7, 3, 'duplicate-key', 'spec'],
  ],
  [
    'Sloth: no service',
    SLOTH,
    'service: shop\n',
    '',
    [1, 1, 'missing-field', 'spec'],
  ],
  [
    'Sloth: no SLOs',
    SLOTH,
    /slos:[^]*$/,
    'slos: []\n',
    [3, 7, 'missing-field', 'governance'],
  ],
  [
    'Sloth: an objective of 100 %',
    SLOTH,
    '99.9',
    '100',
    [5, 16, 'target-range', 'governance'],
  ],
  [
    'Sloth: an objective of 0 %',
    SLOTH,
    '99.9',
    '0',
    [5, 16, 'target-range', 'governance'],
  ],
  [
    'Sloth: a query without the window',
    SLOTH,
    'errors_total[{{.window}}]',
    'errors_total[5m]',
    [8, 22, 'query-window', 'spec'],
  ],
  [
    'Sloth: an unknown template',
    SLOTH,
    'errors_total',
    '{{.metric}}',
    [8, 22, 'query-template', 'governance'],
  ],
  [
    'Sloth: a query that isn’t PromQL',
    SLOTH,
    'rate(errors_total[{{.window}}]))',
    'rate(errors_total[{{.window}}])',
    [8, 22, 'query-syntax', 'governance'],
  ],
  [
    'Pyrra: a metric with labels that aren’t PromQL',
    PYRRA,
    'metric: errors_total',
    `metric: 'errors_total{=~"a"}'`,
    [10, 25, 'query-syntax', 'governance'],
  ],
  [
    'Sloth: two indicators',
    SLOTH,
    '      events:',
    '      raw: { error_ratio_query: "x[{{.window}}]" }\n      events:',
    [7, 7, 'exactly-one', 'governance'],
  ],
  [
    'Sloth: no name of alerts',
    SLOTH,
    '      name: ShopErrors',
    '      labels: { a: b }',
    [11, 7, 'missing-field', 'spec'],
  ],
  [
    'Sloth: two SLOs of one name',
    SLOTH,
    /( {2}- name: availability[^]*)$/,
    '$1$1',
    [12, 11, 'duplicate-name', 'governance'],
  ],
  [
    'Pyrra: a target that is a number',
    PYRRA,
    '"99"',
    '99',
    [6, 11, 'wrong-type', 'spec'],
  ],
  [
    'Pyrra: a target of 100 %',
    PYRRA,
    '"99"',
    '"100"',
    [6, 11, 'target-range', 'governance'],
  ],
  [
    'Pyrra: a window of months',
    PYRRA,
    '4w',
    '1M',
    [7, 11, 'invalid-duration', 'governance'],
  ],
  [
    'Pyrra: no indicator',
    PYRRA,
    / {2}indicator:[^]*$/,
    '',
    [6, 3, 'missing-field', 'spec'],
  ],
  [
    'Pyrra: no errors',
    PYRRA,
    '      errors: { metric: errors_total }\n',
    '',
    [10, 7, 'missing-field', 'spec'],
  ],
  [
    'Pyrra: a query for a metric',
    PYRRA,
    'errors_total',
    'sum(errors_total)',
    [10, 25, 'query-selector', 'sdk'],
  ],
];

const find = (text: string, profile: 'strict' | 'lenient') =>
  parseOpenSlo(text, { file: 'slo.yaml', profile });

describe('an error in any profile', () => {
  it.each(ERRORS)('is %s', (_, document, from, to, expected) => {
    const text = document.replace(from, to);
    expect(text).not.toBe(document);
    for (const profile of ['strict', 'lenient'] as const) {
      const { problems, slos } = find(text, profile);
      expect(
        problems
          .filter(({ severity }) => severity === 'error')
          .map(({ line, column, rule, source }) => [
            line,
            column,
            rule,
            source,
          ]),
      ).toContainEqual(expected);
      // Of two SLOs with one name, the first is meant.
      expect(slos).toHaveLength(
        expected[2] === 'duplicate-name' && document === V1 ? 1 : 0,
      );
    }
  });

  it.each([V1, CALENDAR, SLICES, THRESHOLD, COMPOSITE, SLOTH, PYRRA])(
    'is nothing of what these begin from (%#)',
    document => {
      const { problems } = find(document, 'lenient');
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
    },
  );

  it('is one of the rules that are described', () => {
    expect(Object.keys(OPEN_SLO_RULES)).toEqual(
      expect.arrayContaining(ERRORS.map(([, , , , [, , rule]]) => rule)),
    );
  });
});

describe('a document with several problems', () => {
  it('has them told at once, with what may have been meant', () => {
    const text = V1.replace('service: checkout', 'servise: checkout')
      .replace('30d', '30x')
      .replace('0.99', '99');
    expect(
      find(text, 'lenient').problems.map(
        ({ line, column, severity, rule, message }) =>
          `${line}:${column} ${severity} ${rule}: ${message}`,
      ),
    ).toEqual([
      "6:3 warning unknown-field: Unknown field 'servise'. Did you mean 'service'?",
      "6:3 error missing-field: 'spec' lacks the field 'service'.",
      "16:17 error invalid-duration: '30x' is no duration: a whole number and one of m, h, d, w, M, Q, Y. `M` is a month and `m` a minute.",
      "20:15 error target-range: 'target' must be at least 0 and less than 1, not 99.",
    ]);
  });

  it('doesn’t keep the others of the file from being read', () => {
    const other = V1.replace('name: checkout', 'name: cart');
    const text = `${V1.replace('30d', '30x')}---\n${other}`;
    expect(
      find(text, 'lenient').slos.map(({ metadata }) => metadata.name),
    ).toEqual(['cart']);
  });
});

it.each(['10Y', '3660d', '120M', '40Q', '5270400m'])(
  'takes a window of %s, which are ten years at most',
  duration => {
    const { slos, problems } = find(V1.replace('30d', duration), 'strict');
    expect(problems).toEqual([]);
    expect(slos).toHaveLength(1);
  },
);

it('tells the same of the same place once', () => {
  const { problems } = find(
    V1.replace('name: checkout', 'name: 123'),
    'strict',
  );
  expect(problems.map(({ message }) => message)).toEqual([
    "'metadata.name' must be text.",
  ]);
});

it('makes an SLO of a document or says what is wrong, whatever its lengths of time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(V1, CALENDAR, SLICES, PYRRA),
      fc.bigInt({ min: -1n, max: 10n ** 30n }),
      fc.constantFrom('s', 'm', 'h', 'd', 'w', 'M', 'Q', 'Y', 'y', ''),
      fc.boolean(),
      (document, count, unit, inSlice) => {
        const field = inSlice && document === SLICES ? '1m' : /30d|4w/;
        const text = document.replace(field, `${count}${unit}`);
        for (const profile of ['strict', 'lenient'] as const) {
          const { slos, problems } = find(text, profile);
          const failed = problems.some(({ severity }) => severity === 'error');
          expect(slos).toHaveLength(failed ? 0 : 1);
        }
      },
    ),
  );
});
