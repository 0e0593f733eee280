import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';

/** The demo organisation's files. */
export const demoFolder = resolve(resolvePackagePath('backend'), '../../demo');
