export * from './increaseOver';
