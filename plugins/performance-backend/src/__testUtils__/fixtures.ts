import { Entity } from '@backstage/catalog-model';

/** A service of the catalog. */
export function component(
  name: string,
  options: { owner?: string; system?: string; tags?: string[] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', tags: options.tags },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: options.owner ?? 'payments',
      system: options.system,
    },
  };
}

/** A budget of the organisation on every component. */
export function budget(
  name: string,
  spec: {
    metric?: string;
    statistic?: string;
    fail: string;
    warn?: string;
    maxAge?: string;
    confirm?: number;
    per?: string[];
    component?: string;
  },
): string {
  const { metric = 'http.request.duration', statistic = 'p95' } = spec;
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Budget',
    metadata: { name, title: `Title of ${name}` },
    spec: {
      appliesTo: {
        entity: {
          kind: 'Component',
          ...(spec.component && { 'metadata.name': spec.component }),
        },
      },
      metric,
      statistic,
      per: spec.per,
      limits: { fail: spec.fail, warn: spec.warn },
      maxAge: spec.maxAge,
      confirm: spec.confirm,
    },
  });
}

/** A normalised run with one latency series over everything, and more where asked. */
export function newRun(options: {
  entity?: string;
  environment?: string;
  branch?: string;
  startedAt: string;
  p95?: number;
  endpoints?: Record<string, number>;
  failed?: number;
  more?: Record<string, unknown>;
}) {
  const {
    entity = 'checkout',
    environment = 'production',
    p95 = 200,
  } = options;
  return {
    entityRef: `component:default/${entity}`,
    environment,
    branch: options.branch ?? 'main',
    tool: 'k6',
    startedAt: options.startedAt,
    durationSeconds: 60,
    series: [
      latency({}, p95),
      ...Object.entries(options.endpoints ?? {}).map(([endpoint, value]) =>
        latency({ endpoint }, value),
      ),
      ...(options.failed === undefined
        ? []
        : [
            {
              metric: 'http.request.failed',
              unit: 'ratio',
              labels: {},
              count: 1000,
              mean: options.failed,
              quantiles: {},
              quantileMethod: 'none',
            },
          ]),
    ],
    ...options.more,
  };
}

function latency(labels: Record<string, string>, p95: number) {
  return {
    metric: 'http.request.duration',
    unit: 'ms',
    labels,
    count: 1000,
    min: 10,
    max: p95 * 2,
    mean: p95 / 2,
    quantiles: { '0.5': p95 / 2, '0.95': p95 },
    quantileMethod: 'reported',
  };
}

/**
 * The shape of k6's `--summary-export` (k6 docs, "End-of-test summary"), cut down to what the tests
 * look at.
 */
export function k6Summary(p95: number): string {
  return JSON.stringify({
    root_group: {
      name: '',
      path: '',
      id: 'd41d8cd98f00b204e9800998ecf8427e',
      groups: {},
      checks: {},
    },
    metrics: {
      http_req_duration: {
        avg: 120,
        min: 20,
        med: 100,
        max: 900,
        'p(90)': 200,
        'p(95)': p95,
        thresholds: { 'p(95)<250': p95 >= 250 },
      },
      http_reqs: { count: 1000, rate: 33.3 },
      http_req_failed: { passes: 10, fails: 990, value: 0.01 },
      iterations: { count: 1000, rate: 33.3 },
      vus: { value: 1, min: 1, max: 10 },
    },
  });
}
