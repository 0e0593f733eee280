import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser, chromium, Page } from 'playwright-core';
import { demoBaseUrl } from './baseUrl';
import { reportFolder } from './folders';

const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface InBrowserOptions {
  /** Backend to open; the one with the demo by default. */
  baseUrl?: string;
  /** What the browser says it prefers; the app follows. Light by default. */
  theme?: 'light' | 'dark';
}

let sharedBrowser: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  sharedBrowser ??= chromium.launch({
    executablePath: process.env.CHROME_PATH,
    args: BROWSER_ARGUMENTS,
  });
  return sharedBrowser;
}

afterAll(async () => {
  await (await sharedBrowser)?.close();
});

function screenshotName(testName: string): string {
  return `${testName.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.png`;
}

async function keepScreenshot(page: Page): Promise<string> {
  await mkdir(reportFolder, { recursive: true });
  const { currentTestName } = expect.getState();
  const path = join(reportFolder, screenshotName(currentTestName ?? 'test'));
  await page.screenshot({ path, fullPage: true });
  return path;
}

/**
 * Gives a test a page of its own, in a fresh profile. An error that the app doesn't catch fails the test; a
 * failed test leaves a screenshot in the report folder.
 */
export async function inBrowser(
  options: InBrowserOptions,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await (
    await browser()
  ).newContext({
    baseURL: options.baseUrl ?? demoBaseUrl(),
    colorScheme: options.theme ?? 'light',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    const uncaught: Error[] = [];
    page.on('pageerror', error => uncaught.push(error));
    try {
      await test(page);
      expect(uncaught).toEqual([]);
    } catch (error) {
      console.error(`Screenshot: ${await keepScreenshot(page)}`);
      throw error;
    }
  } finally {
    await context.close();
  }
}
