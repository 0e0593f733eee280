import { Page } from 'playwright-core';

/** Waits until a page shows what it asked the backend for: nothing under way, no skeleton, no progress bar. */
export async function waitUntilSettled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () =>
      document.querySelector('.MuiSkeleton-root, [role="progressbar"]') ===
      null,
  );
}
