export * from './applicableDefinitions';
export type { BudgetRule, RuleMember } from './budgetRules';
export type { CheckMember, CheckRule } from './checkRules';
export { FINDINGS_AREA } from './judgeFinding';
export { SLO_AREA } from './sloRules';
export type { SloMember, SloRule } from './sloRules';
export { sloFactOf, sloFactOfVerdict } from './judgeSlo';
export * from './entityRules';
export type { EnforcementPlan, Force, PlannedPolicy } from './EnforcementPlan';
export { policyRuleSelectors } from './rulePolicies';
export type { EntityPolicy, RulePolicies, RulePolicy } from './rulePolicies';
export { policyStageFor, stageStandingAt } from './policyStages';
export type { DatedStage, PolicyStanding } from './policyStages';
export {
  checkRuleId,
  findingIdOf,
  findingRuleId,
  selectsRule,
  sloRuleId,
} from './selectsRule';
export type { SelectableRule } from './selectsRule';
export type { JourneyMatcher, LabelPattern } from './journeys';
export * from './evaluate';
export * from './judge';
export * from './scoreScorecards';
export { exemptionOf } from './selectEntities';
export * from './enforceVerdicts';
export * from './isWaived';
export * from './nextChangeAt';
export * from './resolveLimits';
export * from './compareVerdicts';
export * from './definitionsAbout';
export * from './metricsOf';
export { formatLabels, labelsKey, subjectKey, verdictKey } from './labels';
export * from './describeCapExcess';
export * from './describeLimitStory';
export * from './describeRatchet';
export * from './describeEnforcement';
export * from './formatInstant';
export * from './formatLayer';
