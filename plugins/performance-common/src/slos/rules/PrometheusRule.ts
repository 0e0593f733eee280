/**
 * One of Prometheus's rules.
 *
 * @public
 */
export type PrometheusRule =
  | { record: string; expr: string; labels: Record<string, string> }
  | {
      alert: string;
      expr: string;
      labels: Record<string, string>;
      annotations: Record<string, string>;
    };

/** @public */
export interface PrometheusRuleGroup {
  name: string;
  /** How often it is evaluated, where that isn't the server's default. */
  interval?: string;
  rules: PrometheusRule[];
}

/**
 * What of an SLO can't be written as rules of Prometheus.
 *
 * @public
 */
export interface PrometheusRuleOmission {
  slo: string;
  /** Of a template. */
  entityRef?: string;
  objective?: string;
  /** Half a sentence, after "is left out: ". */
  message: string;
}
