import { Entity } from '@backstage/catalog-model';
import { resolveEntityFact } from '@perf-governance/plugin-performance-common';

/** How much there is of everything. */
export interface Scale {
  entities: number;
  /** What a caller sees who sees one team's services: a tenth. */
  teams: number;
}

const LIFECYCLES = ['production', 'production', 'production', 'experimental'];

/** Services of ten teams in systems of twenty, which belong to eight domains. */
export function benchEntities({ entities, teams }: Scale) {
  return Array.from({ length: entities }, (_, index) => {
    const system = `system-${Math.floor(index / 20)}`;
    const domain = `domain-${Math.floor(index / 20) % 8}`;
    const team = `team-${index % teams}`;
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `service-${index}`,
        namespace: 'default',
        tags: [`tier-${1 + (index % 3)}`, index % 2 === 0 ? 'java' : 'node'],
      },
      spec: {
        type: 'service',
        lifecycle: LIFECYCLES[index % LIFECYCLES.length],
        owner: team,
        system,
      },
      relations: [
        { type: 'ownedBy', targetRef: `group:default/${team}` },
        { type: 'partOf', targetRef: `system:default/${system}` },
      ],
    };
    const parents: Record<string, Entity> = {
      [`system:default/${system}`]: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: system, namespace: 'default' },
        spec: { owner: team, domain },
        relations: [{ type: 'partOf', targetRef: `domain:default/${domain}` }],
      },
      [`domain:default/${domain}`]: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Domain',
        metadata: { name: domain, namespace: 'default' },
        spec: { owner: team },
      },
    };
    return resolveEntityFact(entity, ref => parents[ref]);
  });
}

/** Of each, five statistics are limited: fifty rules. */
const METRICS = [
  'http.request.duration',
  'http.request.waiting',
  'http.request.connecting',
  'http.request.tls',
  'http.request.blocked',
  'http.request.sending',
  'http.request.receiving',
  'web.lcp',
  'web.fcp',
  'web.ttfb',
];
const STATISTICS: Record<string, number> = {
  p50: 100,
  p75: 160,
  p95: 300,
  p99: 450,
  max: 900,
};

/** The value of a statistic of an entity's series: four in five are within their limits. */
function benchValue(entity: number, metric: number, limit: number): number {
  const place = (entity * 7 + metric * 13) % 100;
  return limit * (place < 80 ? 0.4 + place / 200 : 1 + (place - 79) / 100);
}

/** Fifty budgets of the organisation, a policy on a third of its services, and a scorecard. */
export function benchDefinitions(): string[] {
  const apiVersion = 'performance-governance.io/v1';
  const budgets = METRICS.flatMap(metric =>
    Object.entries(STATISTICS).map(([statistic, limit]) => ({
      apiVersion,
      kind: 'Budget',
      metadata: {
        name: `${metric.replaceAll('.', '-')}-${statistic}`,
        title: `${statistic} of ${metric}`,
      },
      spec: {
        appliesTo: { entity: { kind: 'Component', 'spec.type': 'service' } },
        metric,
        statistic,
        limits: { fail: `<= ${limit} ms`, warn: `<= ${limit * 0.75} ms` },
        maxAge: '30d',
      },
    })),
  );
  const policy = {
    apiVersion,
    kind: 'Policy',
    metadata: { name: 'tier-1', title: 'Tier 1' },
    spec: {
      appliesTo: { tag: 'tier-1' },
      rules: [{ budget: { metric: 'http.request.duration' } }],
      stages: [{ stage: 'warn' }, { stage: 'block', from: '2027-03-01' }],
    },
  };
  const scorecard = {
    apiVersion,
    kind: 'Scorecard',
    metadata: { name: 'baseline', title: 'Baseline' },
    spec: {
      levels: [
        ['bronze', METRICS.slice(0, 1)],
        ['silver', METRICS.slice(1, 4)],
        ['gold', METRICS.slice(4)],
      ].map(([name, metrics]) => ({
        name,
        rules: [...metrics].map(metric => ({ budget: { metric } })),
      })),
    },
  };
  return [...budgets, policy, scorecard].map(one => JSON.stringify(one));
}

export function seriesOf(entity: number) {
  return METRICS.map((metric, index) => {
    const value = (statistic: string) =>
      benchValue(entity, index, STATISTICS[statistic]);
    return {
      metric,
      unit: 'ms' as const,
      labels: {},
      count: 10_000,
      min: 1,
      max: value('max'),
      mean: value('p50'),
      quantiles: {
        '0.5': value('p50'),
        '0.75': value('p75'),
        '0.95': value('p95'),
        '0.99': value('p99'),
      },
      quantileMethod: 'reported' as const,
    };
  });
}

/** How many verdicts fail, warn and pass, by plain arithmetic. */
export function benchStates({ entities }: Scale) {
  const states = { fail: 0, warn: 0, pass: 0 };
  for (let entity = 0; entity < entities; entity++) {
    for (const metric of METRICS.keys()) {
      for (const limit of Object.values(STATISTICS)) {
        const value = benchValue(entity, metric, limit);
        if (value > limit) {
          states.fail += 1;
        } else if (value > limit * 0.75) {
          states.warn += 1;
        } else {
          states.pass += 1;
        }
      }
    }
  }
  return states;
}

/** The same values and limits as plain lists: of each rule, by entity modulo a hundred. */
export function benchFacts() {
  const ofRules = METRICS.flatMap((_, metric) =>
    Object.values(STATISTICS).map(limit => ({ metric, limit })),
  );
  return {
    limits: ofRules.map(({ limit }) => limit),
    values: Array.from({ length: 100 }, (_, entity) =>
      ofRules.map(({ metric, limit }) => benchValue(entity, metric, limit)),
    ),
  };
}
