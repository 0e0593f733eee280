import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResetDemoDialog } from './ResetDemoDialog';
import { DemoResetStatus } from './useDemoReset';

/** Answers a `GET` before the `POST` as idle, and those after it in the given order. */
function renderDialog(afterwards: Omit<DemoResetStatus, 'allowed'>[]) {
  const answers = [...afterwards];
  let begun = false;
  const fetch = jest.fn(async (_url: string, init?: RequestInit) => {
    begun ||= init?.method === 'POST';
    const status = begun ? answers.shift() : { state: 'idle' };
    return {
      ok: true,
      json: async () => ({ ...status, allowed: true }),
    } as Response;
  });
  render(
    <TestApiProvider
      apis={[
        [
          discoveryApiRef,
          { getBaseUrl: async plugin => `http://backend/api/${plugin}` },
        ],
        [fetchApiRef, { fetch: fetch as typeof window.fetch }],
      ]}
    >
      <ResetDemoDialog onClose={() => {}} />
    </TestApiProvider>,
  );
  return fetch;
}

async function reset() {
  const button = await screen.findByRole('button', { name: 'Reset' });
  await screen.findByText(/Deletes all runs/);
  await userEvent.click(button);
}

describe('ResetDemoDialog', () => {
  it('asks first, then shows how far the reset is until it is done', async () => {
    const fetch = renderDialog([
      { state: 'running', message: 'Deleting 607 runs' },
      { state: 'done' },
    ]);

    await reset();

    expect(await screen.findByText('Deleting 607 runs')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
    expect(fetch).toHaveBeenCalledWith('http://backend/api/demo/reset', {
      method: 'POST',
    });
    expect(
      await screen.findByRole('button', { name: 'Go on' }, { timeout: 5000 }),
    ).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    renderDialog([
      { state: 'running', message: 'Starting' },
      { state: 'failed', message: 'Only 3 of 5 definitions came into force' },
    ]);

    await reset();

    expect(
      await screen.findByRole('alert', undefined, { timeout: 5000 }),
    ).toHaveTextContent('Only 3 of 5 definitions came into force');
  });
});
