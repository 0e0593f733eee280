import { Page } from 'playwright-core';

declare global {
  interface Window {
    layoutShift?: number;
  }
}

interface LayoutShiftEntry extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/**
 * Adds up every unexpected layout shift of a page from now on, those after a reload included. Shifts within
 * 500 ms of an input are expected ones, as in the definition of Cumulative Layout Shift
 * (https://web.dev/articles/cls).
 *
 * @returns A function that gives the sum since the page was last loaded.
 */
export async function observeLayoutShift(
  page: Page,
): Promise<() => Promise<number>> {
  const observe = () => {
    window.layoutShift = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as LayoutShiftEntry[]) {
        if (!entry.hadRecentInput) {
          window.layoutShift = (window.layoutShift ?? 0) + entry.value;
        }
      }
    }).observe({ type: 'layout-shift' });
  };
  await page.addInitScript(observe);
  await page.evaluate(observe);
  return () => page.evaluate(() => window.layoutShift ?? 0);
}
