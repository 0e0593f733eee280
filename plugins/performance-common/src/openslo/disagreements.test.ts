import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenSloProblem } from './OpenSloProblem';
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
        good:
          metricSource:
            type: Prometheus
            spec:
              query: good_total
        total:
          metricSource:
            type: Prometheus
            spec:
              query: requests_total
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.99
`;

const V1_CALENDAR = V1.replace(
  'isRolling: true',
  `isRolling: false
      calendar:
        startTime: 2026-01-01 00:00:00
        timeZone: Europe/Berlin`,
);

const V1_SLICES = V1.replace('Occurrences', 'Timeslices').replace(
  'target: 0.99',
  'target: 0.99\n      timeSliceTarget: 0.95\n      timeSliceWindow: 1m',
);

const V1_THRESHOLD = V1.replace(
  / {6}ratioMetric:[^]*query: requests_total\n/,
  `      thresholdMetric:
        metricSource:
          type: Prometheus
          spec:
            query: seconds
`,
).replace('target: 0.99', 'target: 0.99\n      op: lt\n      value: 0.3');

const V1_POLICY = `apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: fast-burn
spec:
  alertWhenNoData: false
  alertWhenResolved: false
  alertWhenBreaching: true
  conditions:
    - conditionRef: burns
  notificationTargets:
    - targetRef: mail
`;

const V1_CONDITION = `apiVersion: openslo/v1
kind: AlertCondition
metadata:
  name: burns
spec:
  severity: page
  condition:
    kind: burnrate
    op: gte
    threshold: 2
    lookbackWindow: 1h
    alertAfter: 5m
`;

const V1_ALPHA = `apiVersion: openslo/v1alpha
kind: SLO
metadata:
  name: checkout
spec:
  service: checkout
  timeWindows:
    - unit: Day
      count: 30
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Good
      value: 1
      target: 0.99
      ratioMetrics:
        incremental: true
        good:
          source: prometheus
          queryType: promql
          query: good_total
        total:
          source: prometheus
          queryType: promql
          query: requests_total
`;

const V2_ALPHA = `apiVersion: openslo.com/v2alpha
kind: SLO
metadata:
  name: checkout
spec:
  service: checkout
  sli:
    metadata:
      name: requests
    spec:
      ratioMetric:
        counter: true
        good:
          dataSourceRef: prometheus
          spec:
            query: good_total
        total:
          dataSourceRef: prometheus
          spec:
            query: requests_total
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.99
`;

/** A document that some of its version's authorities take and others don't. */
interface Disagreement {
  /** As the documentation has it. */
  what: string;
  rule: string;
  document: string;
  /** What is changed in the document. */
  from?: string | RegExp;
  to?: string;
  objectedBy: OpenSloProblem['source'][];
}

const V1_CASES: Disagreement[] = [
  {
    what: 'names other than RFC 1123 labels, such as `Checkout`',
    rule: 'invalid-name',
    document: V1,
    from: 'name: checkout',
    to: 'name: Checkout',
    objectedBy: ['schema', 'sdk'],
  },
  {
    what: 'names with dots, such as `checkout.api`',
    rule: 'invalid-name',
    document: V1,
    from: 'name: checkout',
    to: 'name: checkout.api',
    objectedBy: ['sdk'],
  },
  {
    what: 'a `displayName` of more than 63 characters',
    rule: 'too-long',
    document: V1,
    from: 'name: checkout',
    to: `name: checkout\n  displayName: ${'x'.repeat(64)}`,
    objectedBy: ['sdk'],
  },
  {
    what: 'fields that nobody knows',
    rule: 'unknown-field',
    document: V1,
    from: 'service: checkout',
    to: 'service: checkout\n  owner: payments',
    objectedBy: ['sdk'],
  },
  {
    what: 'values of labels with spaces',
    rule: 'invalid-label',
    document: V1,
    from: 'name: checkout',
    to: 'name: checkout\n  labels: { team: my team }',
    objectedBy: ['schema'],
  },
  {
    what: 'numbers as values of annotations',
    rule: 'invalid-annotation',
    document: V1,
    from: 'name: checkout',
    to: 'name: checkout\n  annotations: { example.com/tier: 1 }',
    objectedBy: ['spec', 'sdk'],
  },
  {
    what: 'prefixes of annotations without a dot',
    rule: 'invalid-annotation',
    document: V1,
    from: 'name: checkout',
    to: 'name: checkout\n  annotations: { acme/tier: one }',
    objectedBy: ['schema'],
  },
  {
    what: 'an inline indicator without `metadata`',
    rule: 'missing-field',
    document: V1,
    from: '    metadata:\n      name: requests\n',
    to: '',
    objectedBy: ['spec', 'sdk'],
  },
  {
    what: 'whatever is wrong within an inline alert condition or target',
    rule: 'missing-field',
    document: V1_POLICY,
    from: '- conditionRef: burns',
    to: `- kind: AlertCondition
      metadata:
        name: burns
      spec:
        condition:
          kind: burnrate
          op: gte
          threshold: 2
          lookbackWindow: 1h
          alertAfter: 5m`,
    objectedBy: ['spec', 'sdk'],
  },
  {
    what: 'a document that is a list of objects',
    rule: 'list-of-objects',
    document: V1,
    from: /^[^]*$/,
    to: `- ${V1.trim().replace(/\n/g, '\n  ')}\n`,
    objectedBy: ['spec', 'schema'],
  },
  {
    what: '`budgetingMethod: RatioTimeslices`',
    rule: 'invalid-value',
    document: V1_SLICES,
    from: 'Timeslices',
    to: 'RatioTimeslices',
    objectedBy: ['schema'],
  },
  {
    what: '`targetPercent` for `target`',
    rule: 'missing-field',
    document: V1,
    from: 'target: 0.99',
    to: 'targetPercent: 99',
    objectedBy: ['schema'],
  },
  {
    what: '`target` and `targetPercent` that say the same',
    rule: 'exactly-one',
    document: V1,
    from: 'target: 0.99',
    to: 'target: 0.99\n      targetPercent: 99',
    objectedBy: ['spec', 'sdk'],
  },
  {
    what: 'indicators in the objectives: composite SLOs',
    rule: 'indicator-place',
    document: V1,
    from: /( {2}indicator:\n[^]*requests_total\n)([^]*)$/,
    to: `$2      indicator:
        metadata:
          name: requests
        spec:
          ratioMetric:
            counter: true
            good:
              metricSource: { type: Prometheus, spec: { query: good_total } }
            total:
              metricSource: { type: Prometheus, spec: { query: all_total } }
`,
    objectedBy: ['schema'],
  },
  {
    what: '`raw` with `rawType`',
    rule: 'raw-ratio',
    document: V1,
    from: / {8}counter: true\n[^]*requests_total\n/,
    to: `        rawType: success
        raw:
          metricSource: { type: Prometheus, spec: { query: ratio } }
`,
    objectedBy: ['schema'],
  },
  {
    what: '`rawType` without `raw`',
    rule: 'raw-ratio',
    document: V1,
    from: 'counter: true',
    to: 'counter: true\n        rawType: success',
    objectedBy: ['spec'],
  },
  {
    what: 'a ratio without `counter`',
    rule: 'missing-field',
    document: V1,
    from: '        counter: true\n',
    to: '',
    objectedBy: ['schema'],
  },
  {
    what: 'a source with neither `metricSourceRef` nor `type`, in an SLI that no SLO measures',
    rule: 'no-metric-source',
    document: `apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  thresholdMetric:
    metricSource:
      spec: { query: seconds }
`,
    objectedBy: ['spec'],
  },
  {
    what: '`op` or `value` with an inline ratio',
    rule: 'threshold-comparison',
    document: V1,
    from: 'target: 0.99',
    to: 'target: 0.99\n      op: gt',
    objectedBy: ['sdk'],
  },
  {
    what: 'several objectives with a threshold metric',
    rule: 'one-threshold',
    document: V1_THRESHOLD,
    from: / {4}- target: 0.99\n([^]*)$/,
    to: '    - target: 0.99\n$1    - target: 0.9\n      op: lt\n      value: 0.1\n',
    objectedBy: ['spec'],
  },
  {
    what: '`timeSliceWindow` as a number of minutes',
    rule: 'time-slice',
    document: V1_SLICES,
    from: 'timeSliceWindow: 1m',
    to: 'timeSliceWindow: 5',
    objectedBy: ['sdk'],
  },
  {
    what: 'durations that begin with a zero, such as `030d`',
    rule: 'invalid-duration',
    document: V1,
    from: '30d',
    to: '030d',
    objectedBy: ['schema'],
  },
  {
    what: 'a window with neither `isRolling` nor `calendar`',
    rule: 'rolling-or-calendar',
    document: V1,
    from: '      isRolling: true\n',
    to: '',
    objectedBy: ['sdk'],
  },
  {
    what: '`startTime` with a `T`, or without seconds, after `isRolling: false`',
    rule: 'invalid-date',
    document: V1_CALENDAR,
    from: '2026-01-01 00:00:00',
    to: '2026-01-01T00:00:00',
    objectedBy: ['schema', 'sdk'],
  },
  {
    what: 'time zones without a slash, such as `UTC`, after `isRolling: false`',
    rule: 'invalid-time-zone',
    document: V1_CALENDAR,
    from: 'Europe/Berlin',
    to: 'UTC',
    objectedBy: ['schema'],
  },
  {
    what: 'alert policies as plain names',
    rule: 'wrong-type',
    document: V1,
    from: /$/,
    to: '  alertPolicies:\n    - fast-burn\n',
    objectedBy: ['spec', 'sdk'],
  },
  {
    what: 'alert policies inline, or as `alertPolicyRef`',
    rule: 'wrong-type',
    document: V1,
    from: /$/,
    to: '  alertPolicies:\n    - alertPolicyRef: fast-burn\n',
    objectedBy: ['schema'],
  },
  {
    what: 'an alert policy without `alertWhenNoData`',
    rule: 'missing-field',
    document: V1_POLICY,
    from: '  alertWhenNoData: false\n',
    to: '',
    objectedBy: ['schema'],
  },
  {
    what: 'an inline notification target of the kind `AlertNotificationTarget`',
    rule: 'invalid-value',
    document: V1_POLICY,
    from: '- targetRef: mail',
    to: `- kind: AlertNotificationTarget
      metadata:
        name: mail
      spec:
        target: email`,
    objectedBy: ['schema'],
  },
  {
    what: 'an alert condition without `kind`',
    rule: 'missing-field',
    document: V1_CONDITION,
    from: '    kind: burnrate\n',
    to: '',
    objectedBy: ['sdk'],
  },
  {
    what: 'an alert condition without `alertAfter`',
    rule: 'missing-field',
    document: V1_CONDITION,
    from: '    alertAfter: 5m\n',
    to: '',
    objectedBy: ['schema'],
  },
  {
    what: '`alertAfter: 0m`, the prose’s own default',
    rule: 'invalid-duration',
    document: V1_CONDITION,
    from: 'alertAfter: 5m',
    to: 'alertAfter: 0m',
    objectedBy: ['schema'],
  },
  {
    what: '`connectionDetails` that are a list',
    rule: 'wrong-type',
    document: `apiVersion: openslo/v1
kind: DataSource
metadata:
  name: prometheus
spec:
  type: Prometheus
  connectionDetails: []
`,
    objectedBy: ['schema'],
  },
  {
    what: 'a source whose `spec` is empty, in an SLI that no SLO measures',
    rule: 'missing-field',
    document: `apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  thresholdMetric:
    metricSource:
      type: Prometheus
      spec: {}
`,
    objectedBy: ['sdk'],
  },
];

const V1_ALPHA_CASES: Disagreement[] = [
  {
    what: 'names other than RFC 1123 labels, which “should” be used',
    rule: 'invalid-name',
    document: V1_ALPHA,
    from: 'name: checkout',
    to: 'name: Checkout',
    objectedBy: ['sdk'],
  },
  {
    what: '`metadata.labels`',
    rule: 'unknown-field',
    document: V1_ALPHA,
    from: 'name: checkout',
    to: 'name: checkout\n  labels: { team: payments }',
    objectedBy: ['sdk'],
  },
  {
    what: 'a ratio without `value`',
    rule: 'missing-field',
    document: V1_ALPHA,
    from: '      value: 1\n',
    to: '',
    objectedBy: ['sdk'],
  },
  {
    what: '`bad` in a ratio',
    rule: 'unknown-field',
    document: V1_ALPHA,
    from: 'good:',
    to: 'bad:',
    objectedBy: ['sdk'],
  },
  {
    what: '`counter` for `incremental`',
    rule: 'unknown-field',
    document: V1_ALPHA,
    from: 'incremental: true',
    to: 'counter: true',
    objectedBy: ['sdk'],
  },
  {
    what: '`ratioMetric` for `ratioMetrics`',
    rule: 'unknown-field',
    document: V1_ALPHA,
    from: 'ratioMetrics:',
    to: 'ratioMetric:',
    objectedBy: ['sdk'],
  },
  {
    what: '`metadata` of a query',
    rule: 'unknown-field',
    document: V1_ALPHA,
    from: 'query: good_total',
    to: 'query: good_total\n          metadata: { bucket: "0.25" }',
    objectedBy: ['sdk'],
  },
  {
    what: 'the units `Minute`, `Hour` and `Year`',
    rule: 'invalid-value',
    document: V1_ALPHA,
    from: 'unit: Day',
    to: 'unit: Hour',
    objectedBy: ['sdk'],
  },
  {
    what: 'sources with dashes or digits, such as `prometheus-2`',
    rule: 'invalid-value',
    document: V1_ALPHA,
    from: 'source: prometheus\n',
    to: 'source: prometheus-2\n',
    objectedBy: ['sdk'],
  },
  {
    what: '`alertPolicies`',
    rule: 'unknown-field',
    document: V1_ALPHA,
    from: /$/,
    to: '  alertPolicies:\n    - alertPolicyRef: fast-burn\n',
    objectedBy: ['sdk'],
  },
  {
    what: 'the kinds `AlertPolicy`, `AlertCondition` and `AlertNotificationTarget`',
    rule: 'unknown-kind',
    document: V1_POLICY,
    from: 'openslo/v1',
    to: 'openslo/v1alpha',
    objectedBy: ['sdk'],
  },
];

const V2_ALPHA_CASES: Disagreement[] = [
  {
    what: '`service`, as the prose has it',
    rule: 'unknown-field',
    document: V2_ALPHA,
    objectedBy: ['sdk'],
  },
  {
    what: '`serviceRef`, as the SDK has it',
    rule: 'unknown-field',
    document: V2_ALPHA,
    from: 'service:',
    to: 'serviceRef:',
    objectedBy: ['spec'],
  },
  {
    what: '`labels` of an objective',
    rule: 'unknown-field',
    document: V2_ALPHA.replace('service:', 'serviceRef:'),
    from: '- target: 0.99',
    to: '- target: 0.99\n      labels: { tier: one }',
    objectedBy: ['sdk'],
  },
  {
    what: '`timeSliceWindow` as a number of minutes',
    rule: 'time-slice',
    document: V2_ALPHA.replace('Occurrences', 'Timeslices'),
    from: 'target: 0.99',
    to: 'target: 0.99\n      timeSliceTarget: 0.95\n      timeSliceWindow: 5',
    objectedBy: ['sdk'],
  },
  {
    what: 'capital letters in values of labels',
    rule: 'invalid-label',
    document: V2_ALPHA,
    from: 'name: checkout',
    to: 'name: checkout\n  labels: { team: Payments }',
    objectedBy: ['sdk'],
  },
];

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

const SLOTH_RESOURCE = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata:
  name: shop
spec:
  service: shop
  slos:
    - name: availability
      objective: 99.9
      sli:
        events:
          errorQuery: sum(rate(errors_total[{{.window}}]))
          totalQuery: sum(rate(all_total[{{.window}}]))
      alerting:
        name: ShopErrors
`;

const PYRRA = `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata:
  name: api
spec:
  target: "90"
  window: 4w
  indicator:
    latency:
      success: { metric: 'http_seconds_bucket{le="0.25"}' }
      total: { metric: http_seconds_count }
`;

const SLOTH_CASES: Disagreement[] = [
  {
    what: 'names with spaces',
    rule: 'invalid-name',
    document: SLOTH,
    from: 'service: shop',
    to: 'service: my shop',
    objectedBy: ['sdk'],
  },
  {
    what: 'labels that are numbers, true or false',
    rule: 'wrong-type',
    document: SLOTH,
    from: 'service: shop',
    to: 'service: shop\nlabels: { tier: 1 }',
    objectedBy: ['spec'],
  },
  {
    what: 'the same query for errors and total',
    rule: 'invalid-value',
    document: SLOTH,
    from: 'errors_total',
    to: 'all_total',
    objectedBy: ['sdk'],
  },
];

const SLOTH_RESOURCE_CASES: Disagreement[] = [
  {
    what: 'queries without `{{.window}}`',
    rule: 'query-window',
    document: SLOTH_RESOURCE,
    from: 'errors_total[{{.window}}]',
    to: 'errors_total[5m]',
    objectedBy: ['spec', 'sdk'],
  },
  {
    what: 'alerts without a name',
    rule: 'missing-field',
    document: SLOTH_RESOURCE,
    from: 'name: ShopErrors',
    to: 'labels: { team: shop }',
    objectedBy: ['sdk'],
  },
];

const PYRRA_CASES: Disagreement[] = [
  {
    what: 'a latency whose `success` has no label `le`',
    rule: 'query-selector',
    document: PYRRA,
    from: '{le="0.25"}',
    to: '',
    objectedBy: ['sdk'],
  },
];

const documentation = readFileSync(
  join(__dirname, '..', '..', '..', '..', 'docs', 'openslo.md'),
  'utf8',
);

describe.each([
  ['openslo/v1', ['spec', 'schema', 'sdk'], V1_CASES],
  ['openslo/v1alpha', ['spec', 'sdk'], V1_ALPHA_CASES],
  ['openslo.com/v2alpha', ['spec', 'sdk'], V2_ALPHA_CASES],
  ['sloth/prometheus/v1', ['spec', 'sdk'], SLOTH_CASES],
  ['sloth.slok.dev/v1', ['spec', 'schema', 'sdk'], SLOTH_RESOURCE_CASES],
  ['pyrra.dev/v1alpha1', ['spec', 'schema', 'sdk'], PYRRA_CASES],
] as const)('where the authorities of %s disagree', (version, own, cases) => {
  it.each(cases)('about $what', ({ what, rule, document, ...change }) => {
    const { from = '', to = '', objectedBy } = change;
    const text = document.replace(from, to);
    expect(text === document).toBe(change.from === undefined);
    const find = (profile: 'strict' | 'lenient') =>
      parseOpenSlo(text, { file: 'slo.yaml', profile }).problems.filter(
        problem => problem.rule === rule && problem.source === objectedBy[0],
      );

    expect(find('strict')).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        source: objectedBy[0],
        acceptedBy: own.filter(authority => !objectedBy.includes(authority)),
      }),
    );
    expect(find('lenient')).toContainEqual(
      expect.objectContaining({ severity: 'warning' }),
    );
    const mark = (authority: (typeof own)[number]) =>
      objectedBy.includes(authority) ? 'no' : 'yes';
    expect(documentation.replace(/ +/g, ' ')).toContain(
      `| ${what} | ${own.map(mark).join(' | ')} | \`${rule}\` |`,
    );
  });

  it('is written down with nothing more', () => {
    const [, section = ''] = documentation.split(`### ${version}\n`);
    const rows = section.split('\n### ')[0].match(/^\|.* `[a-z-]+` +\|$/gm);
    expect(rows).toHaveLength(cases.length);
  });
});

describe('without a disagreement', () => {
  it.each([
    ['v1', V1],
    ['v1 of the calendar', V1_CALENDAR],
    ['v1 with slices', V1_SLICES],
    ['v1 with a threshold', V1_THRESHOLD],
    ['v1alpha', V1_ALPHA],
    ['a group of Sloth', SLOTH],
    ['a resource of Sloth', SLOTH_RESOURCE],
    ['a resource of Pyrra', PYRRA],
  ])('%s is sound in any profile', (_, document) => {
    const { problems, slos } = parseOpenSlo(document, {
      file: 'slo.yaml',
      profile: 'strict',
    });
    expect(problems).toEqual([]);
    expect(slos).toHaveLength(1);
  });
});
