import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** In the folder of the database that the history was loaded into: who deletes one deletes both. */
const file = resolve(
  fileURLToPath(new URL('../../packages/backend', import.meta.url)),
  // As in app-config.yaml.
  process.env.DATABASE_DIRECTORY ?? '../../data/sqlite',
  'demo.json',
);

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
