export { prometheusRules } from './prometheusRules';
export type {
  PrometheusRule,
  PrometheusRuleGroup,
  PrometheusRuleOmission,
} from './PrometheusRule';
