export * from './foldGate';
export * from './describeWaiver';
export * from './formatInstant';
