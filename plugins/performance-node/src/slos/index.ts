export * from './parseSampleCsv';
