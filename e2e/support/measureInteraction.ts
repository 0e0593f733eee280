import { CDPSession, Page } from 'playwright-core';

async function mainThreadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find(({ name }) => name === 'TaskDuration');
  if (!metric) {
    throw new Error('The browser has no metric TaskDuration.');
  }
  return metric.value;
}

/**
 * Measures what one click or key keeps the page's main thread busy with until the frame that shows its effect.
 * That is Interaction to Next Paint (https://web.dev/articles/inp) on a machine with nothing else to do: counted in
 * processor time, so that whatever else runs on this one doesn't count.
 *
 * @returns Milliseconds.
 */
export async function measureInteraction(
  page: Page,
  interact: () => Promise<void>,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await mainThreadSeconds(session);
    await interact();
    await page.evaluate(
      () =>
        new Promise<void>(resolve => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    );
    return ((await mainThreadSeconds(session)) - before) * 1000;
  } finally {
    await session.detach();
  }
}
