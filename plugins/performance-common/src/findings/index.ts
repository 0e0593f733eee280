export * from './countGreenDays';
export * from './findingOverdueAt';
export * from './isFindingOpen';
export * from './judgeFindingDays';
export * from './findingTransitions';
export * from './riskOf';
