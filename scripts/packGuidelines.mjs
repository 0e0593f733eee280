/**
 * Puts the guidelines of the documentation into the backend's package while it is packed, where its API
 * reads them from:
 *
 *     node scripts/packGuidelines.mjs
 *     node scripts/packGuidelines.mjs remove
 */
import { cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const path = name => fileURLToPath(new URL(`../${name}`, import.meta.url));
const target = path('plugins/performance-backend/guidelines');

await rm(target, { recursive: true, force: true });
if (process.argv[2] !== 'remove') {
  await cp(path('docs/guidelines'), target, { recursive: true });
}
