export * from './resolveEntityFact';
