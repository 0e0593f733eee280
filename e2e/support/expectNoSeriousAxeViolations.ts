import { readFile } from 'node:fs/promises';
import { AxeResults } from 'axe-core';
import { Page } from 'playwright-core';

interface AxeOptions {
  /** Selector of the part to look at; the whole page by default. */
  within?: string;
}

/**
 * Fails when axe finds anything serious or critical on the page as it is shown now, and names each rule with
 * the elements that break it.
 */
export async function expectNoSeriousAxeViolations(
  page: Page,
  options: AxeOptions = {},
): Promise<void> {
  const source = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated rather than added as a script element, which the content security policy refuses.
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults, string | undefined>(
    within =>
      (
        window as unknown as {
          axe: { run(within: string | Document): Promise<AxeResults> };
        }
      ).axe.run(within ?? document),
    options.within,
  );

  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      elements: nodes.map(node => node.html),
    }));
  expect(serious).toEqual([]);
}
