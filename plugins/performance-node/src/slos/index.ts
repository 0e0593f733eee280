export * from './checkSample';
export * from './parseSampleCsv';
export * from './parseSampleTime';
