import { expectNoSeriousAxeViolations } from '../support/expectNoSeriousAxeViolations';
import { inBrowser } from '../support/inBrowser';
import { people, signInAs } from '../support/signInAs';

describe('signing in to the demo', () => {
  it.each(Object.keys(people) as (keyof typeof people)[])(
    'leads the %s to the page of a service',
    person =>
      inBrowser({}, async page => {
        await signInAs(page, person, '/catalog/default/component/checkout');
        await page.getByRole('heading', { name: 'checkout' }).waitFor();
        await page.getByRole('tab', { name: 'Performance' }).waitFor();
      }),
  );

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility violation on the sign-in page in %s',
    theme =>
      inBrowser({ theme }, async page => {
        await page.goto('/');
        await page
          .getByRole('heading', { name: 'Who are you today?' })
          .waitFor();
        await expectNoSeriousAxeViolations(page);
      }),
  );
});
