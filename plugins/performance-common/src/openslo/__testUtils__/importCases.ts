import { SloSpec } from '../../model';

const prometheus = (query: string) => ({ source: 'prometheus', query });

const OCCURRENCES = {
  environment: 'production',
  budgetingMethod: 'Occurrences',
  timeWindow: { type: 'rolling', duration: { count: 30, unit: 'day' } },
} as const;

export const RATIO = {
  type: 'ratio',
  counter: true,
  good: prometheus('good_total'),
  total: prometheus('all_total'),
} as const;

export interface ImportCase {
  title: string;
  text: string;
  names: string[];
  /** Of the first. */
  spec: SloSpec;
  /** Path and effect of each loss. */
  losses: string[];
}

/** A document of each dialect and kind of indicator, and what it comes to. */
export const IMPORT_CASES: ImportCase[] = [
  {
    title: 'OpenSLO v1 with an SLI of its own, slices and our settings',
    text: `apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  ratioMetric:
    counter: true
    good:
      metricSource: { metricSourceRef: prometheus, spec: { query: good_total } }
    total:
      metricSource: { type: Prometheus, spec: { query: all_total } }
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
  displayName: Checkout
  labels: { team: payments }
  annotations:
    performance-governance.io/environment: staging
    performance-governance.io/min-events: "20"
    performance-governance.io/step: 1m
spec:
  description: People can pay.
  service: checkout
  indicatorRef: requests
  timeWindow:
    - duration: 1Q
      calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin }
  budgetingMethod: Timeslices
  objectives:
    - displayName: Nearly always
      targetPercent: 99.95
      timeSliceTarget: 0.95
      timeSliceWindow: 5m
    - target: 0.99
      timeSliceTarget: 0.9
      timeSliceWindow: 5
  alertPolicies:
    - alertPolicyRef: fast-burn
---
apiVersion: openslo/v1
kind: DataSource
metadata:
  name: prometheus
spec:
  type: Prometheus
  connectionDetails: { url: 'https://prometheus.example.com' }
`,
    names: ['checkout'],
    spec: {
      service: 'checkout',
      environment: 'staging',
      budgetingMethod: 'Timeslices',
      timeWindow: {
        type: 'calendar',
        duration: { count: 1, unit: 'quarter' },
        startTime: '2026-01-01T00:00:00',
        timeZone: 'Europe/Berlin',
      },
      indicator: RATIO,
      objectives: [
        {
          name: 'objective-1',
          title: 'Nearly always',
          target: 0.9995,
          timeSliceTarget: 0.95,
          timeSliceSeconds: 300,
        },
        {
          name: 'objective-2',
          target: 0.99,
          timeSliceTarget: 0.9,
          timeSliceSeconds: 300,
        },
      ],
      minEvents: 20,
      stepSeconds: 60,
    },
    losses: [
      'metadata.labels dropped',
      'spec.alertPolicies dropped',
      ' dropped',
      'spec.connectionDetails dropped',
    ],
  },
  {
    title: 'a composite SLO of OpenSLO v1 with a threshold and pushed samples',
    text: `apiVersion: openslo/v1
kind: SLO
metadata:
  name: journey
spec:
  service: shop
  timeWindow:
    - duration: 4w
      isRolling: true
  budgetingMethod: RatioTimeslices
  objectives:
    - target: 0.9
      timeSliceWindow: 10m
      op: lte
      value: 0.3
      compositeWeight: 2
      indicator:
        metadata: { name: latency }
        spec:
          thresholdMetric:
            metricSource:
              type: Prometheus
              spec: { query: latency_seconds, region: eu }
    - target: 0.99
      timeSliceWindow: 10m
      indicator:
        metadata: { name: orders }
        spec:
          ratioMetric:
            counter: false
            bad: { metricSource: { type: push, spec: { any: thing } } }
            total: { metricSource: { type: push, spec: { any: thing } } }
`,
    names: ['journey'],
    spec: {
      service: 'shop',
      environment: 'production',
      budgetingMethod: 'RatioTimeslices',
      timeWindow: { type: 'rolling', duration: { count: 4, unit: 'week' } },
      objectives: [
        {
          name: 'objective-1',
          target: 0.9,
          timeSliceSeconds: 600,
          threshold: { operator: 'lte', value: 0.3 },
          indicator: {
            type: 'threshold',
            metric: prometheus('latency_seconds'),
          },
          weight: 2,
        },
        {
          name: 'objective-2',
          target: 0.99,
          timeSliceSeconds: 600,
          indicator: { type: 'pushed' },
        },
      ],
    },
    losses: [
      'spec.objectives changed',
      'spec.objectives[0].indicator.metadata dropped',
      'spec.objectives[0].indicator.spec.thresholdMetric.metricSource.spec.region changed',
      'spec.objectives[1].indicator.metadata dropped',
    ],
  },
  {
    title: 'OpenSLO v1alpha, whose objectives measure different things',
    text: `apiVersion: openslo/v1alpha
kind: SLO
metadata:
  name: checkout
spec:
  service: checkout
  timeWindows:
    - unit: Day
      count: 30
      isRolling: true
  budgetingMethod: Timeslices
  objectives:
    - target: 0.99
      value: 1
      timeSliceTarget: 0.9
      ratioMetrics:
        incremental: true
        good: { source: prometheus, queryType: promql, query: good_total }
        total: { source: prometheus, queryType: promql, query: all_total }
    - target: 0.95
      value: 1
      timeSliceTarget: 0.9
      ratioMetrics:
        incremental: true
        good: { source: prometheus, queryType: promql, query: fast_total }
        total: { source: prometheus, queryType: promql, query: all_total }
`,
    names: ['checkout-1', 'checkout-2'],
    spec: {
      ...OCCURRENCES,
      service: 'checkout',
      budgetingMethod: 'Timeslices',
      indicator: RATIO,
      objectives: [
        {
          name: 'objective-1',
          target: 0.99,
          timeSliceTarget: 0.9,
          timeSliceSeconds: 60,
        },
      ],
    },
    losses: [
      'metadata.name dropped',
      'spec.objectives[0] assumed',
      'spec.objectives[1] assumed',
    ],
  },
  {
    title: 'OpenSLO v2alpha with a raw ratio, in JSON',
    text: JSON.stringify({
      apiVersion: 'openslo.com/v2alpha',
      kind: 'SLO',
      metadata: { name: 'checkout' },
      spec: {
        service: 'checkout',
        sli: {
          metadata: { name: 'ratio' },
          spec: {
            ratioMetric: {
              counter: false,
              rawType: 'failure',
              raw: {
                dataSourceRef: 'prometheus',
                spec: { query: 'error_ratio' },
              },
            },
          },
        },
        timeWindow: [{ duration: '30d', isRolling: true }],
        budgetingMethod: 'Occurrences',
        objectives: [{ target: 0.99 }],
      },
    }),
    names: ['checkout'],
    spec: {
      ...OCCURRENCES,
      service: 'checkout',
      indicator: {
        type: 'raw-ratio',
        counter: false,
        raw: prometheus('error_ratio'),
        rawType: 'failure',
      },
      objectives: [{ name: 'objective-1', target: 0.99 }],
    },
    losses: ['spec.sli.metadata dropped'],
  },
  {
    title: 'a group of Sloth',
    text: `version: prometheus/v1
service: shop
labels: { owner: payments }
slos:
  - name: availability
    description: Answers without errors.
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(http_requests_total{code=~"5.."}[{{ .window }}]))
        total_query: sum(rate(http_requests_total[{{.window}}]))
    alerting:
      name: ShopErrors
      page_alert: { disable: true }
  - name: ratio
    objective: 99
    plugins: { chain: [{ id: sloth.dev/contrib/info/v1 }] }
    sli:
      raw:
        error_ratio_query: avg_over_time(error_ratio[{{.window}}])
    alerting:
      name: ShopRatio
  - name: plugged
    objective: 99
    sli:
      plugin: { id: sloth-common/http/v1 }
    alerting:
      name: ShopPlugged
`,
    names: ['shop-availability', 'shop-ratio'],
    spec: {
      ...OCCURRENCES,
      service: 'shop',
      indicator: {
        type: 'ratio',
        counter: false,
        bad: prometheus(
          'sum(increase(http_requests_total{code=~"5.."}[{{.window}}]))',
        ),
        total: prometheus('sum(increase(http_requests_total[{{.window}}]))'),
      },
      objectives: [{ name: 'objective-1', target: 0.999 }],
    },
    losses: [
      'labels dropped',
      'slos[0] assumed',
      'slos[0].alerting dropped',
      'slos[0].alerting.page_alert changed',
      'slos[1] assumed',
      'slos[1].plugins changed',
      'slos[1].alerting dropped',
      'slos[2].sli.plugin changed',
      'slos[2].alerting dropped',
    ],
  },
  {
    title: 'a resource of Sloth, and its windows of alerts',
    text: `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata:
  name: shop
  namespace: monitoring
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
---
apiVersion: sloth.slok.dev/v1
kind: AlertWindows
spec:
  sloPeriod: 7d
`,
    names: ['shop-availability'],
    spec: {
      ...OCCURRENCES,
      service: 'shop',
      indicator: {
        type: 'ratio',
        counter: false,
        bad: prometheus('sum(increase(errors_total[{{.window}}]))'),
        total: prometheus('sum(increase(all_total[{{.window}}]))'),
      },
      objectives: [{ name: 'objective-1', target: 0.999 }],
    },
    losses: [
      'metadata dropped',
      'spec.slos[0] assumed',
      'spec.slos[0].alerting dropped',
      ' changed',
    ],
  },
  {
    title: 'a ratio of Pyrra',
    text: `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata:
  name: api-errors
  namespace: monitoring
  labels: { role: alert-rules }
spec:
  description: The API answers.
  target: "99.5"
  window: 2w
  alerting: { name: ApiErrors }
  indicator:
    ratio:
      errors: { metric: 'http_requests_total{code=~"5.."}' }
      total: { metric: http_requests_total }
      grouping: [handler]
`,
    names: ['api-errors'],
    spec: {
      ...OCCURRENCES,
      timeWindow: { type: 'rolling', duration: { count: 2, unit: 'week' } },
      indicator: {
        type: 'ratio',
        counter: true,
        bad: prometheus('sum(http_requests_total{code=~"5.."}) or vector(0)'),
        total: prometheus('sum(http_requests_total)'),
      },
      objectives: [{ name: 'objective-1', target: 0.995 }],
    },
    losses: [
      'metadata.namespace dropped',
      'metadata.labels dropped',
      'spec.alerting dropped',
      'spec.indicator.ratio.grouping changed',
    ],
  },
  {
    title: 'a latency of Pyrra',
    text: `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata: { name: api-latency }
spec:
  target: "90"
  window: 1d12h
  indicator:
    latency:
      success: { metric: 'http_seconds_bucket{job="api",le="0.25"}' }
      total: { metric: 'http_seconds_count{job="api"}' }
`,
    names: ['api-latency'],
    spec: {
      ...OCCURRENCES,
      timeWindow: { type: 'rolling', duration: { count: 36, unit: 'hour' } },
      indicator: {
        type: 'ratio',
        counter: true,
        good: prometheus('sum(http_seconds_bucket{job="api",le="0.25"})'),
        total: prometheus('sum(http_seconds_count{job="api"})'),
      },
      objectives: [{ name: 'objective-1', target: 0.9 }],
    },
    losses: [],
  },
  {
    title: 'a latency of Pyrra from a native histogram',
    text: `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata: { name: api-latency }
spec:
  target: "90"
  window: 30d
  indicator:
    latencyNative:
      latency: 250ms
      total: { metric: http_seconds }
`,
    names: ['api-latency'],
    spec: {
      ...OCCURRENCES,
      indicator: {
        type: 'ratio',
        counter: true,
        good: prometheus(
          'histogram_fraction(0, 0.25, sum(http_seconds)) * histogram_count(sum(http_seconds))',
        ),
        total: prometheus('histogram_count(sum(http_seconds))'),
      },
      objectives: [{ name: 'objective-1', target: 0.9 }],
    },
    losses: [],
  },
  {
    title: 'a gauge of Pyrra',
    text: `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata: { name: probes }
spec:
  target: "99"
  window: 30d
  indicator:
    bool_gauge: { metric: 'probe_success{job="probes"}' }
`,
    names: ['probes'],
    spec: {
      ...OCCURRENCES,
      indicator: {
        type: 'ratio',
        counter: false,
        good: prometheus(
          'sum(sum_over_time(probe_success{job="probes"}[{{.window}}]))',
        ),
        total: prometheus(
          'sum(count_over_time(probe_success{job="probes"}[{{.window}}]))',
        ),
      },
      objectives: [{ name: 'objective-1', target: 0.99 }],
    },
    losses: [],
  },
];
