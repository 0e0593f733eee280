export * from './findingOverdueAt';
export * from './isFindingOpen';
