import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the database that the history was loaded into. */
const file = fileURLToPath(new URL('../../data/demo.json', import.meta.url));

/**
 * @returns `end` (ms since 1970) of the history that was begun to be loaded, and whether that is
 *   `complete`; `undefined` if none was.
 */
export function readHistoryState() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

export function writeHistoryState(state) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(state)}\n`);
}
