export { prometheusRules } from './prometheusRules';
export type {
  PrometheusRule,
  PrometheusRuleGroup,
  PrometheusRuleOmission,
} from './PrometheusRule';
export { slosOfEntities } from './slosOfEntities';
export type { SloOfEntity } from './slosOfEntities';
