import { expectNoSeriousAxeViolations } from '../support/expectNoSeriousAxeViolations';
import { inBrowser } from '../support/inBrowser';
import { people, Person } from '../support/people';
import { signInAs } from '../support/signInAs';

describe('signing in to the demo', () => {
  it.each(Object.keys(people) as Person[])(
    'leads the %s to the page of a service',
    person =>
      inBrowser({}, async page => {
        await signInAs(page, person, '/catalog/default/component/checkout');
        await page.getByRole('heading', { name: 'Checkout' }).waitFor();
        await page
          .getByRole('navigation', { name: 'Content navigation' })
          .getByRole('link', { name: 'Performance' })
          .waitFor();
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
