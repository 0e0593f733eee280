import { join } from 'node:path';
import { Page } from 'playwright-core';

/** The service the story is about. */
export const checkout = 'component:default/checkout';
export const checkoutTab = '/catalog/default/component/checkout/performance';

export const worse = join('demo', 'reports', 'checkout-worse.json');
export const fixed = join('demo', 'reports', 'checkout-fixed.json');

/** The token of app-config.yaml that the demo itself is loaded with. */
export const token = 'lantern-market-demo-token';

/** The budget that checkout breaks. */
export function regression(page: Page) {
  return page.getByRole('row', { name: /checkout · p95 response time/ });
}
