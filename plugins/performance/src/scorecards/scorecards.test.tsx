import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

describe('scorecards', () => {
  it('are listed with how many entities are at which level', async () => {
    renderFixturePage('/performance/scorecards');

    expect(
      await screen.findByRole('heading', { name: 'Service baseline' }),
    ).toBeVisible();
    expect(screen.getByText('20 entities, 2 exempt')).toBeVisible();
    const levels = ['3 Gold', '8 Silver', '5 Bronze', '4 No level'];
    expect(
      levels.map(name =>
        screen.getByRole('link', { name }).getAttribute('href'),
      ),
    ).toEqual(
      ['gold', 'silver', 'bronze', 'none'].map(
        level =>
          `/performance/scorecards/org/scorecard/service-baseline?level=${level}`,
      ),
    );
  });

  it('show the rules of each level, why, how to mend them and who lacks them', async () => {
    renderFixturePage('/performance/scorecards/org/scorecard/service-baseline');

    const bronze = await screen.findByRole('table', {
      name: 'Rules of Bronze',
    });
    expect(bronze).toHaveTextContent('Old tests say nothing of today’s code.');
    expect(bronze).toHaveTextContent(
      'Run the load test and upload its report.',
    );
    expect(
      within(bronze).getByRole('link', {
        name: /^Guide to Load-tested in the last 30 days/,
      }),
    ).toHaveAttribute('href', 'https://docs.example.com/load-testing');
    expect(bronze).toHaveTextContent('16 of 20');
    expect(
      within(bronze).getByRole('link', {
        name: '4 entities without: Load-tested in the last 30 days',
      }),
    ).toHaveAttribute(
      'href',
      '/performance/scorecards/org/scorecard/service-baseline?missing=check%3Aload-test-fresh',
    );
  });

  it('show where everybody stands, filtered by level', async () => {
    const requests = renderFixturePage(
      '/performance/scorecards/org/scorecard/service-baseline?level=silver',
    );

    const results = await screen.findByRole('table', { name: 'Results' });
    await within(results).findByRole('button', { name: 'checkout' });
    expect(within(results).getAllByRole('row')).toHaveLength(2);
    expect(results).toHaveTextContent('To reach Gold:Soak test in 30 days');
    expect(requests.join('\n')).toMatch(/results\?.*level=silver/);

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove filter Level: Silver' }),
    );
    await waitFor(() =>
      expect(
        within(screen.getByRole('table', { name: 'Results' })).getAllByRole(
          'row',
        ),
      ).toHaveLength(3),
    );
  });

  it('sort their results on the server', async () => {
    const requests = renderFixturePage(
      '/performance/scorecards/org/scorecard/service-baseline',
    );
    const results = await screen.findByRole('table', { name: 'Results' });

    await userEvent.click(
      within(results).getByRole('button', { name: 'Score' }),
    );

    await waitFor(() =>
      expect(requests.at(-1)).toMatch(/results\?.*sort=score/),
    );
  });

  it('open an entity’s rules beside the list', async () => {
    renderFixturePage('/performance/scorecards/org/scorecard/service-baseline');

    await userEvent.click(
      await screen.findByRole('button', { name: 'checkout' }),
    );

    const panel = await screen.findByRole('dialog', {
      name: 'Scorecard of an entity',
    });
    const rule = (
      await within(panel).findByText('Capacity plan for the next peak')
    ).closest('li')!;
    expect(rule).toHaveTextContent('No data');
    expect(rule).toHaveTextContent('Write the plan down, and answer here.');
    await userEvent.click(
      within(rule).getByRole('link', {
        name: 'Guide to Capacity plan for the next peak',
      }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Plan for the next peak' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: '‹ Back to where it was named' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Scorecard of an entity' }),
    ).toBeVisible();
  });
});
