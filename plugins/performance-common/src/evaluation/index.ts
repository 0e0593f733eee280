export * from './applicableDefinitions';
export { resolveEntityRules, type EntityRules } from './entityRules';
export * from './evaluate';
export * from './judge';
export * from './resolveLimits';
export * from './compareVerdicts';
export * from './metricsOf';
export { formatLabels, labelsKey, subjectKey, verdictKey } from './labels';
export { holds } from './boundOrder';
