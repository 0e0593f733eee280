/**
 * Makes the reports in `demo/reports` that come from real tools: Lighthouse audits of, and an
 * autocannon load test against, a small shop on this machine. Needs Chromium; run it with
 *
 *     npx --yes --package=lighthouse@13.5 --package=autocannon@9 -- node demo/scripts/makeReports.mjs
 *
 * and CHROME_PATH where Chromium isn't found by itself.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pagePaths, startShop } from './shopServer.mjs';
import { trimLighthouseReport } from './trimLighthouseReport.mjs';

const run = promisify(execFile);
const reportsFolder = fileURLToPath(new URL('../reports', import.meta.url));
const HOST = 'www.lantern-market.example';
const CHROME_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function fileNameOf(path) {
  return path === '/' ? 'home' : path.slice(1).replaceAll('/', '-');
}

async function audit(port, path) {
  const { stdout } = await run(
    'lighthouse',
    [
      `http://${HOST}${path}`,
      '--quiet',
      '--output=json',
      '--only-categories=performance,accessibility,best-practices,seo',
      `--chrome-flags=${[
        ...CHROME_FLAGS,
        `--host-resolver-rules='MAP ${HOST} 127.0.0.1:${port}'`,
      ].join(' ')}`,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return trimLighthouseReport(JSON.parse(stdout));
}

function write(name, content) {
  const file = join(reportsFolder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content)}\n`);
  console.log(
    `${file} (${Math.round(JSON.stringify(content).length / 1024)} KiB)`,
  );
}

async function auditPages() {
  const shop = await startShop();
  for (const path of pagePaths) {
    write(`lighthouse/${fileNameOf(path)}.json`, await audit(shop.port, path));
  }
  await shop.stop();

  const before = await startShop({ heavyPicture: true });
  const path = '/products/table-lamp';
  write(
    `lighthouse/${fileNameOf(path)}-before.json`,
    await audit(before.port, path),
  );
  await before.stop();
}

async function loadSales() {
  const shop = await startShop();
  const { stdout } = await run('autocannon', [
    '--json',
    '--connections',
    '20',
    '--duration',
    '10',
    `http://127.0.0.1:${shop.port}/sales`,
  ]);
  write('autocannon/sales-figures.json', JSON.parse(stdout));
  await shop.stop();
}

await auditPages();
await loadSales();
