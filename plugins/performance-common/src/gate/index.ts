export * from './foldGate';
export * from './describeWaiver';
export type { GateErrorBudgetAction } from './errorBudgetFindingOf';
