/** An SLO of the organisation: a template for all components, or only for one. */
export function sloDefinition(
  name: string,
  spec: {
    component?: string;
    target?: number;
    duration?: string;
    environment?: string;
    step?: string;
    minEvents?: number;
    /** Of a query to the metric source of that name; pushed unless given. */
    source?: string;
    more?: Record<string, unknown>;
  } = {},
): string {
  const { source } = spec;
  const metric = (query: string) => ({
    metricSource: source
      ? { metricSourceRef: source, spec: { query } }
      : { type: 'pushed' },
  });
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'SLO',
    metadata: { name, title: `Title of ${name}` },
    spec: {
      appliesTo: {
        entity: {
          kind: 'Component',
          ...(spec.component && { 'metadata.name': spec.component }),
        },
      },
      environment: spec.environment,
      step: spec.step,
      minEvents: spec.minEvents,
      indicator: {
        spec: {
          ratioMetric: {
            counter: source !== undefined,
            good: metric('good{service="{{ entity.metadata.name }}"}'),
            total: metric('total{service="{{ entity.metadata.name }}"}'),
          },
        },
      },
      timeWindow: [{ duration: spec.duration ?? '1d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Answered', target: spec.target ?? 0.99 }],
      ...spec.more,
    },
  });
}
