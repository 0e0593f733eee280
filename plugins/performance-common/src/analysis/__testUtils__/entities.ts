import { AnalysedEntity, LatencyLimit, SynchronousCall } from '../../model';

/** Short names become components of the default namespace. */
export function ref(name: string): string {
  return name.includes(':')
    ? name.replace(':', ':default/')
    : `component:default/${name}`;
}

/** `a x2` is two calls of a; `a|1` is one of parallel group 1. */
function call(text: string): SynchronousCall {
  const [, name, parallel, calls] =
    /^([^\s|]+)(?:\|(\d+))?(?: x(\d+))?$/.exec(text) ?? [];
  return {
    entityRef: ref(name),
    calls: Number(calls ?? 1),
    ...(parallel && { parallel }),
  };
}

/** `p95 300` in production; `p95 300 staging` elsewhere. */
function limit(text: string): LatencyLimit {
  const [percentile, milliseconds, environment = 'production'] =
    text.split(' ');
  return {
    ruleId: `budget:http.request.duration:${percentile}`,
    environment,
    quantile: Number((Number(percentile.slice(1)) / 100).toFixed(6)),
    milliseconds: Number(milliseconds),
  };
}

export interface EntitySketch {
  dependsOn?: string[];
  calls?: string[];
  limits?: string[];
  tier?: number;
  owner?: string;
  type?: string;
  title?: string;
  budgets?: number;
}

/** An entity for tests; what it calls, it depends on. Owned unless said otherwise. */
export function entity(
  name: string,
  { dependsOn = [], calls, limits = [], ...rest }: EntitySketch = {},
): AnalysedEntity {
  const synchronous = calls?.map(call);
  const entityRef = ref(name);
  return {
    entityRef,
    kind: entityRef.slice(0, entityRef.indexOf(':')),
    title: name.slice(name.indexOf(':') + 1),
    type: 'service',
    owner: 'group:default/team',
    budgets: limits.length,
    ...rest,
    dependsOn: [
      ...new Set([
        ...dependsOn.map(ref),
        ...(synchronous ?? []).map(({ entityRef: called }) => called),
      ]),
    ],
    ...(synchronous && { synchronous }),
    latencyLimits: limits.map(limit),
  };
}

/** `a>b,c` for each entity; those that are only depended on are added. */
export function entities(...sketches: string[]): AnalysedEntity[] {
  const dependencies = new Map<string, string[]>();
  for (const sketch of sketches) {
    const [name, targets = ''] = sketch.split('>');
    const dependsOn = targets.split(',').filter(Boolean);
    dependencies.set(name, dependsOn);
    for (const target of dependsOn) {
      dependencies.set(target, dependencies.get(target) ?? []);
    }
  }
  return [...dependencies].map(([name, dependsOn]) =>
    entity(name, { dependsOn }),
  );
}
