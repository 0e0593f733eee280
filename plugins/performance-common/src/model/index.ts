export * from './metric';
export * from './run';
export * from './definition';
export * from './verdict';
export * from './facts';
export * from './gate';
