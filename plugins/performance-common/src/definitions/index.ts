export { budgetSchema } from './budgetSchema';
export { checkDefinitionSchema } from './checkDefinitionSchema';
export { goalSchema } from './goalSchema';
export { journeySchema } from './journeySchema';
export { policySchema } from './policySchema';
export { scorecardSchema } from './scorecardSchema';
export * from './definitionSchemas';
export * from './definitionRules';
export * from './parseDefinitions';
