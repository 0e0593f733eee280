export * from './applyErrorBudgetPolicies';
export * from './describeErrorBudget';
