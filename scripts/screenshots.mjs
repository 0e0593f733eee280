/**
 * Makes the screenshots of README and docs from a running demo:
 *
 *     yarn screenshots [--url http://localhost:3000]
 *
 * Needs a Chromium or Chrome; CHROME_PATH names one that isn't found by itself.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from './testing/findChromium.mjs';
import { projectRoot } from './toolchain.mjs';

const folder = join(projectRoot, 'docs', 'images');
const tab = '/catalog/default/component/checkout/performance';
const regression = 'checkout · p95 response time';
const MAX_BYTES = 200_000;

function openNewestRun(page) {
  return page
    .getByRole('row', { name: /production/ })
    .first()
    .getByRole('link', { name: /k6/ })
    .click();
}

/**
 * `words` show when the page has its data; `open` does what is to be done before. The window is
 * `height` pixels high; `part` is the title of the panel that is to be seen, if not the whole window.
 */
const screens = [
  {
    name: 'overview',
    path: '/performance',
    words: 'Where the limits hold',
    height: 1000,
  },
  {
    name: 'scorecard',
    path: '/performance/scorecards/org/scorecard/service-performance?limit=10',
    words: 'To reach Gold',
    height: 860,
  },
  {
    name: 'policy',
    path: '/performance/policies/org/policy/api-latency',
    words: 'May it block?',
    height: 960,
  },
  {
    name: 'waivers',
    path: '/performance/waivers',
    words: 'Meanwhile',
    height: 640,
    open: page =>
      page
        .getByRole('table', { name: 'Waivers' })
        .getByRole('row', { name: /Fail/ })
        .first()
        .click(),
  },
  { name: 'entity-tab', path: tab, words: regression, height: 640 },
  {
    name: 'entity-tab-dark',
    path: tab,
    words: regression,
    height: 640,
    theme: 'dark',
  },
  {
    name: 'limit-story',
    path: tab,
    words: 'Where the limit comes from',
    height: 1080,
    open: page =>
      page.getByRole('button', { name: `Limit of ${regression}` }).click(),
  },
  {
    name: 'run',
    path: `${tab}?view=runs`,
    words: 'POST /pay explains',
    height: 900,
    open: openNewestRun,
  },
  {
    name: 'run-comparison',
    path: `${tab}?view=runs`,
    words: 'POST /pay explains',
    height: 900,
    open: openNewestRun,
    part: 'Latency beside its baseline',
  },
  {
    name: 'budgets',
    path: '/performance/budgets?domain=domain:default/shop&limit=10',
    words: regression,
    height: 860,
  },
  {
    name: 'definition',
    path: '/performance/definitions/system:default%2Fcheckout%2Fbudget%2Fcheckout-response-time',
    words: 'Version 1, in force',
    height: 760,
  },
  {
    name: 'upload',
    path: tab,
    words: '1 fail → pass',
    height: 860,
    open: async page => {
      await page.getByRole('button', { name: 'Upload report' }).click();
      await page
        .getByLabel('Report file')
        .setInputFiles(join(projectRoot, 'demo/reports/checkout-fixed.json'));
    },
  },
];

async function takeScreenshot(browser, url, screen) {
  const { name, path, words, height, theme = 'light', open, part } = screen;
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width: 1280, height },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: 'Sign in as Priya' }).click();
  await open?.(page);
  await page.getByText(words).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () =>
      document.querySelector('.MuiSkeleton-root, [role="progressbar"]') ===
      null,
  );
  const file = join(folder, `${name}.png`);
  // Where the pointer is left, nothing reacts to it.
  await page.mouse.move(0, 0);
  const seen = part ? page.getByRole('region', { name: part }) : page;
  await seen.screenshot({ path: file, animations: 'disabled' });
  await context.close();

  const { size } = await stat(file);
  console.log(`docs/images/${name}.png, ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) {
    throw new Error(`${name}.png is larger than ${MAX_BYTES / 1000} kB`);
  }
}

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:3000' } },
});
const executablePath = findChromium(process.env);
if (!executablePath) {
  throw new Error('No Chromium or Chrome was found; name one in CHROME_PATH.');
}
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const screen of screens) {
    await takeScreenshot(browser, values.url, screen);
  }
} finally {
  await browser.close();
}
