import { Page } from 'playwright-core';

declare global {
  interface Window {
    slowestInteraction?: number;
  }
}

interface InteractionEntry extends PerformanceEntry {
  interactionId: number;
}

/**
 * Watches how long the page takes to show the effect of each click and key, from now on: Interaction to Next
 * Paint with so few interactions is the slowest one (https://web.dev/articles/inp).
 *
 * @returns A function that gives the slowest so far, in milliseconds; 0 when all took less than 16 ms.
 */
export async function observeInteractions(
  page: Page,
): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.slowestInteraction = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as InteractionEntry[]) {
        if (entry.interactionId > 0) {
          window.slowestInteraction = Math.max(
            window.slowestInteraction ?? 0,
            entry.duration,
          );
        }
      }
    }).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
  });
  return () =>
    page.evaluate(
      () =>
        // Entries arrive after the paint they end with.
        new Promise<number>(resolve => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              setTimeout(() => resolve(window.slowestInteraction ?? 0)),
            ),
          );
        }),
    );
}
