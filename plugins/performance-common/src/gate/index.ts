export * from './foldGate';
export * from './describeWaiver';
