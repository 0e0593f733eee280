import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const demoFolder = fileURLToPath(new URL('..', import.meta.url));

/** How many budgets and journeys the files of the demo organisation define. */
export function countDefinitions() {
  let count = 0;
  for (const folder of ['definitions', 'catalog']) {
    const files = readdirSync(join(demoFolder, folder), { recursive: true });
    for (const file of files) {
      if (file.endsWith('.yaml')) {
        const text = readFileSync(join(demoFolder, folder, file), 'utf8');
        count += text.match(/^kind: (Budget|Journey)$/gm)?.length ?? 0;
      }
    }
  }
  return count;
}
