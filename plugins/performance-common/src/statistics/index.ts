export * from './constants';
export * from './ExactValuePool';
export { SeriesAccumulator, type SeriesIdentity } from './SeriesAccumulator';
export * from './RatioAccumulator';
export * from './QuantileSketch';
export * from './quantileOf';
export * from './mergeSeries';
export * from './statisticOf';
