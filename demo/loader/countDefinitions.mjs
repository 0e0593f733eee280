import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DEFINITION =
  /^apiVersion: (performance-governance\.io\/v1|openslo\/v1\nkind: SLO)$/gm;

const folders = [
  '../definitions',
  '../catalog',
  '../../plugins/performance-backend/practices',
].map(path => fileURLToPath(new URL(path, import.meta.url)));

/** How many definitions the files of the demo organisation and the built-in practices hold. */
export function countDefinitions() {
  let count = 0;
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true })) {
      if (file.endsWith('.yaml')) {
        const text = readFileSync(join(folder, file), 'utf8');
        count += text.match(DEFINITION)?.length ?? 0;
      }
    }
  }
  return count;
}
