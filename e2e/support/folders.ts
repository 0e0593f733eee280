import { resolve } from 'node:path';

export const repositoryRoot = resolve(__dirname, '..', '..');

/** Where a run leaves logs and screenshots of what failed. */
export const reportFolder = resolve(repositoryRoot, 'e2e-test-report');
