export * from './compareSeries';
export * from './distributionOf';
export * from './explainRise';
export * from './noiseOf';
