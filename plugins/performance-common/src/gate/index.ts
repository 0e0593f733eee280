export * from './foldGate';
