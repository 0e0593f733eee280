import { Page } from 'playwright-core';

/** Goes to another page of the app as a link would: without loading the app again. */
export async function navigateWithin(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
