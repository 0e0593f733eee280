import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { performanceRouteRef } from '../../routes';
import { LimitStory } from './LimitStory';

describe('LimitStory', () => {
  it('names source, window and query of what is measured', async () => {
    renderInTestApp(
      <LimitStory
        verdict={{
          story: [],
          measured: {
            source: 'prometheus',
            query: 'sum(rate(errors[1h]))',
            windowSeconds: 3600,
            at: '2020-11-22T12:00:00Z',
          },
        }}
      />,
      { mountedRoutes: { '/performance': performanceRouteRef } },
    );
    expect(await screen.findByText('sum(rate(errors[1h]))')).toBeVisible();
    expect(
      screen.getByText(/Asked of the metric source prometheus, over 1 h:/),
    ).toBeVisible();
    expect(screen.getByRole('time')).toHaveAttribute(
      'datetime',
      '2020-11-22T12:00:00Z',
    );
    expect(screen.queryByText('No evidence yet.')).not.toBeInTheDocument();
  });

  it('tells a policy’s ratchet from what else the policy asks for', async () => {
    const ofPolicy = {
      definitionId: 'org/policy/keep',
      name: 'keep',
      layer: { kind: 'org' as const },
    };
    renderInTestApp(
      <LimitStory
        verdict={{
          story: [
            {
              ...ofPolicy,
              asked: { maxAgeSeconds: 86_400 },
              effect: { maxAgeSeconds: 'sets' },
            },
            {
              ...ofPolicy,
              asked: {
                fail: {
                  operator: '<=',
                  value: 89.25,
                  unit: 'ms',
                  text: '<= 89.25 ms',
                },
              },
              ratchet: { best: 85, tolerance: 0.05 },
              effect: { fail: 'sets' },
            },
          ],
        }}
      />,
      { mountedRoutes: { '/performance': performanceRouteRef } },
    );
    const [age, ratchet] = await screen.findAllByRole('listitem');
    expect(age).not.toHaveTextContent('Ratchet');
    expect(ratchet).toHaveTextContent(
      'Ratchet: at most 5 % worse than 85 ms, the best median of five runs in a row',
    );
  });
});
