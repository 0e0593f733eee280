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
});
