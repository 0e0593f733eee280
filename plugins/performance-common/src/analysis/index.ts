export * from './addLatencyLimit';
export * from './AnalysisOptions';
export * from './analyse';
export * from './analysedEntities';
export * from './latency/latencyObjective';
export * from './tailAmplification';
export * from './annotations/tier';
export * from './annotations/synchronousCalls';
