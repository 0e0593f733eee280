export * from './stateWords';
export * from './formatDate';
export * from './describeRule';
export * from './describeLimit';
export * from './describeEvidence';
