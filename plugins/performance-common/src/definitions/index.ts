export { budgetSchema } from './budgetSchema';
export { journeySchema } from './journeySchema';
export * from './definitionRules';
export * from './parseDefinitions';
