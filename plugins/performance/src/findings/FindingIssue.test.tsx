import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FindingDetail,
  PerformanceApi,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { FindingIssue } from './FindingIssue';

const FAILING = {
  tracker: 'github.com',
  type: 'github',
  project: 'acme/shop',
  state: 'failing',
  message: 'api.github.com answered 401: Bad credentials',
} as const;

async function show(
  issue: Partial<NonNullable<FindingDetail['issue']>>,
  findings: object = {},
) {
  const onStale = jest.fn();
  const finding: unknown = {
    id: '1',
    issue: { ...FAILING, ...issue },
    may: { plan: true },
  };
  const api: unknown = {
    onChange: () => () => undefined,
    findings: {
      getSettings: async () => ({ riskMatrix: [], trackers: [] }),
      ...findings,
    },
  };
  await renderInTestApp(
    <TestApiProvider apis={[[performanceApiRef, api as PerformanceApi]]}>
      <FindingIssue finding={finding as FindingDetail} onStale={onStale} />
    </TestApiProvider>,
  );
  return onStale;
}

describe('FindingIssue', () => {
  it('says what went wrong and when it is tried again, and tries at once when asked', async () => {
    const retryIssue = jest.fn(async () => undefined);
    await show(
      { retryAt: new Date(Date.now() + 2 * 3_600_000).toISOString() },
      { retryIssue },
    );
    expect(screen.getByText('Not in step')).toBeVisible();
    expect(
      screen.getByText(/401: Bad credentials\. Tried again/),
    ).toBeVisible();
    expect(screen.getByText('in 2 hours')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retryIssue).toHaveBeenCalledWith('1');
  });

  it('says why it may not be tried', async () => {
    await show(
      { state: 'gone' },
      {
        retryIssue: async () => {
          throw new Error('Only owners may');
        },
      },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Only owners may')).toBeVisible();
  });

  it.each([
    ['pending', 1],
    ['in-step', 0],
  ] as const)(
    'looks %s again so many times in three seconds: %s',
    async (state, expected) => {
      jest.useFakeTimers();
      try {
        const onStale = await show({ state, message: undefined });
        jest.advanceTimersByTime(3000);
        expect(onStale).toHaveBeenCalledTimes(expected);
        expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
      } finally {
        jest.useRealTimers();
      }
    },
  );
});
