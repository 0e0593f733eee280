export * from './metricRegistry';
export * from './getMetric';
export * from './customMetric';
export * from './parseStatistic';
export * from './statisticUnit';
