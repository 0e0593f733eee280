import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import { Page } from 'playwright-core';
import { waitUntilSettled } from './waitUntilSettled';

declare global {
  interface Window {
    axe?: {
      run(
        context: { include: string[]; exclude: string[] },
        options: RunOptions,
      ): Promise<AxeResults>;
    };
  }
}

interface AxeOptions {
  /** Selector of the part to look at; the whole page by default. */
  within?: string;
}

/** Puts axe into the page, unless it is there since the page was loaded. */
async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => window.axe !== undefined))) {
    const file = require.resolve('axe-core/axe.min.js');
    // Evaluated rather than added as a script element, which the content security policy refuses.
    await page.evaluate(await readFile(file, 'utf8'));
  }
}

const MAX_TRIES = 5;

/** Backstage's own item with unread notifications, whose label lacks the number it shows. */
const FOREIGN = 'a[aria-label="Notifications"]';

function findSeriousViolations(page: Page, within = 'html') {
  const context = { include: [within], exclude: [FOREIGN] };
  return page.evaluate(async parts => {
    const results = await window.axe?.run(parts, {
      resultTypes: ['violations'],
    });
    return results?.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => ({
        id,
        help,
        elements: nodes.map(node => node.html),
      }));
  }, context);
}

/**
 * Fails when axe finds anything serious or critical on the page as it is shown now, and names each rule with
 * the elements that break it.
 */
export async function expectNoSeriousAxeViolations(
  page: Page,
  options: AxeOptions = {},
): Promise<void> {
  await loadAxe(page);
  let serious = await findSeriousViolations(page, options.within);
  // The catalog's own nameless spinner may come up once the page had settled, several times on a busy machine.
  for (let tries = 0; serious?.length && tries < MAX_TRIES; tries += 1) {
    await waitUntilSettled(page);
    serious = await findSeriousViolations(page, options.within);
  }
  expect(serious).toEqual([]);
}
