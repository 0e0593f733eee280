import { errors, Page } from 'playwright-core';

/** A part narrower than this share of the window may scroll by itself. */
const PAGE_WIDE = 0.7;

/** After a change of size the app may take a moment to arrange itself. */
const WITHIN_MILLISECONDS = 5_000;

/** What is too wide, and by how much. */
function findTooWide(pageWide: number): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const excess = element.scrollWidth - element.clientWidth;
    const scrolls =
      element === document.scrollingElement ||
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    if (
      excess > 0 &&
      scrolls &&
      element.clientWidth > pageWide * window.innerWidth &&
      !element.closest('pre, code, textarea, nav')
    ) {
      found.push(`${element.tagName} ${element.className}: ${excess} px`);
    }
  }
  return found;
}

/** Fails when a reader has to scroll sideways: the page, or a part about as wide as it. Code and rows of tabs may scroll. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  try {
    await page.waitForFunction(
      `(${findTooWide})(${PAGE_WIDE}).length === 0`,
      undefined,
      { timeout: WITHIN_MILLISECONDS },
    );
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) {
      throw error;
    }
  }
  expect(await page.evaluate(findTooWide, PAGE_WIDE)).toEqual([]);
}
