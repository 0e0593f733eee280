export * from './countGreenDays';
export * from './findingOverdueAt';
export * from './isFindingOpen';
export * from './judgeFindingDays';
