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
});
