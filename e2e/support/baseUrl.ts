export const BASE_URL_VARIABLE = 'E2E_BASE_URL';

/** The backend with the demo that `globalSetup.ts` started, without a trailing slash. */
export function demoBaseUrl(): string {
  const baseUrl = process.env[BASE_URL_VARIABLE];
  if (!baseUrl) {
    throw new Error('The demo backend has not been started.');
  }
  return baseUrl;
}
