import { Page } from 'playwright-core';
import { people, Person } from './people';

/** Opens a page and signs in on the way. Returns when the app, rather than the sign-in page, is there. */
export async function signInAs(
  page: Page,
  person: Person,
  path = '/',
): Promise<void> {
  const [firstName] = people[person].name.split(' ');
  await page.goto(path);
  await page.getByRole('button', { name: `Sign in as ${firstName}` }).click();
  await page
    .getByRole('heading', { name: 'Who are you today?' })
    .waitFor({ state: 'hidden' });
}
