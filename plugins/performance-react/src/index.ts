/**
 * What the performance frontend shares with other plugins: the API, its hooks, and the components
 * that show verdicts.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './hooks';
export * from './routes';
export * from './theme';
export * from './format';
export * from './components';
