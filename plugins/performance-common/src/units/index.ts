export * from './parseQuantity';
export * from './parseLimit';
export * from './parseDuration';
export * from './formatQuantity';
export * from './formatBound';
