import { parseEntityRef } from '@backstage/catalog-model';

/** What there is to copy for a first SLO. */
export interface SloExample {
  /** OpenSLO, to lie beside the entity's `catalog-info.yaml`. */
  definition: string;
  /** What the entity's `catalog-info.yaml` needs to point at it. */
  annotation: string;
  /** Checks the file, and tries it on samples that somebody exported. */
  commands: string;
}

/** An entity's first SLO, ready to copy: availability over thirty days. */
export function sloExample(entityRef: string): SloExample {
  const { name } = parseEntityRef(entityRef);
  return {
    definition: `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
  displayName: Availability
spec:
  description: Requests answered without an error of ours.
  service: ${name}
  indicator:
    metadata: { name: answered-requests }
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: prometheus
            spec:
              query: sum(http_requests_total{service="${name}",status!~"5.."})
        total:
          metricSource:
            type: prometheus
            spec:
              query: sum(http_requests_total{service="${name}"})
  timeWindow:
    - { duration: 30d, isRolling: true }
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Answered, target: 0.999 }
`,
    annotation: `metadata:
  annotations:
    performance-governance.io/definitions: ./performance.yaml`,
    commands: `perf-gate slo validate performance.yaml
perf-gate slo report --definition performance.yaml --samples samples.csv`,
  };
}
