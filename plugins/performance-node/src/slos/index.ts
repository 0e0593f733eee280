export * from './parseSampleCsv';
export * from './parseSampleTime';
