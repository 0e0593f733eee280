import { readFileSync } from 'node:fs';

/** The load test of the sales figures, as autocannon wrote it. */
export function autocannonReport() {
  return readFileSync(
    new URL('../reports/autocannon/sales-figures.json', import.meta.url),
    'utf8',
  );
}
