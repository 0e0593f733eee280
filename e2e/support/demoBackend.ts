import { RunningBackend } from './startBackend';

/** What `globalSetup.ts` started and `globalTeardown.ts` has to stop. */
export const demoBackend: { running?: RunningBackend } = {};
