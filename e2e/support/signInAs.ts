import { Page } from 'playwright-core';

/** The demo's people, by the name on the sign-in page. */
export const people = {
  serviceOwner: 'Olivia Reyes',
  architect: 'Anders Lindqvist',
  platformEngineer: 'Priya Nair',
} as const;

/** Opens a page and signs in on the way. Returns when the app, rather than the sign-in page, is there. */
export async function signInAs(
  page: Page,
  person: keyof typeof people,
  path = '/',
): Promise<void> {
  const [firstName] = people[person].split(' ');
  await page.goto(path);
  await page.getByRole('button', { name: `Sign in as ${firstName}` }).click();
  await page.getByRole('navigation').first().waitFor();
}
