import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

// jsdom has no canvas to draw on.
jest.mock(
  'uplot',
  () =>
    class {
      setSize() {}
      destroy() {}
    },
);

function hrefOf(element: HTMLElement): URLSearchParams {
  const href = element.getAttribute('href') ?? '';
  return new URL(href, 'http://localhost').searchParams;
}

describe('the overview', () => {
  it('begins with the goal, and each of its numbers leads to its list', async () => {
    renderFixturePage('/performance/overview');

    const headline = await screen.findByRole('heading', {
      name: 'Tier-1 journeys within budget: 19 of 24',
    });
    expect(hrefOf(within(headline).getByRole('link')).getAll('state')).toEqual([
      'pass',
      'warn',
    ]);
    const missing = screen.getByRole('link', { name: '3 without evidence' });
    expect(hrefOf(missing).get('goal')).toBe('org/goal/tier-1-journeys');
    expect(hrefOf(missing).get('state')).toBe('no-data');
    expect(
      hrefOf(
        screen.getByRole('link', { name: '1 waived, counted as failing' }),
      ).get('waived'),
    ).toBe('true');
    expect(
      screen.getByRole('img', { name: /^79 %; goal 95 % by 30 Jun/ }),
    ).toBeVisible();
  });

  it.each([
    ['owner', 'group:default/payments'],
    ['environment', 'production'],
  ])('narrows the goal down by %s, and says so', async (name, value) => {
    renderFixturePage(`/performance/overview?${name}=${value}`);

    const headline = await screen.findByRole('heading', {
      name: 'Tier-1 journeys within budget: 19 of 24',
    });
    expect(hrefOf(within(headline).getByRole('link')).get(name)).toBe(value);
    expect(
      screen.getByText(
        'Counts what the filters leave of all that the goal is about.',
      ),
    ).toBeVisible();
  });

  it('says that nothing matches its filters', async () => {
    renderFixturePage('/performance/overview?tag=no-such');

    expect(
      await screen.findByText(
        'Nothing that counts here was judged in this time.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/0 of 0/)).not.toBeInTheDocument();
    expect(
      await screen.findByText('Nothing that matches these filters fails.'),
    ).toBeVisible();
  });

  it('maps domains and areas, with denominators, and waived and missing apart', async () => {
    renderFixturePage('/performance/overview?environment=production');

    const cell = await screen.findByRole('link', {
      name: 'Shop, API latency: 56 % 5/9 3 fail, 1 without data 1 waived',
    });
    expect(cell).toHaveTextContent('56 %');
    expect(cell).toHaveTextContent('5/9');
    expect(cell).toHaveTextContent('1 waived');
    const query = hrefOf(cell);
    expect(query.get('domain')).toBe('domain:default/shop');
    expect(query.get('area')).toBe('latency');
    expect(query.get('environment')).toBe('production');
    expect(
      screen.getByRole('link', { name: /^No domain, API latency/ }),
    ).toHaveTextContent('no data, 0/4');
  });

  it('opens a domain into its systems', async () => {
    const requests = renderFixturePage('/performance/overview');

    const opener = await screen.findByRole('button', {
      name: 'Systems of Shop',
    });
    expect(opener).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(opener);

    const cell = await screen.findByRole('link', {
      name: /^Ordering, API lat/,
    });
    expect(hrefOf(cell).get('system')).toBe('system:default/ordering');
    expect(requests.join('\n')).toMatch(
      /rollups\/matrix\?.*domain=domain%3Adefault%2Fshop|rollups\/matrix\?.*domain=domain:default\/shop/,
    );
    expect(
      screen.getByRole('button', { name: 'Systems of Shop' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('looks back two years, and says so to the backend', async () => {
    const requests = renderFixturePage('/performance/overview');

    await userEvent.click(
      await screen.findByRole('button', { name: '2 years' }),
    );

    await waitFor(() =>
      expect(requests.join('\n')).toMatch(/\/rollups\/trend\?.*days=730/),
    );
    const chart = await screen.findByRole('figure', {
      name: 'Share within limits over 2 years',
    });
    await userEvent.click(
      within(chart).getByRole('button', { name: 'Show table' }),
    );
    // 730 days, every fourth of them, and the heading.
    expect(
      within(within(chart).getByRole('table')).getAllByRole('row'),
    ).toHaveLength(184);
  });

  it('names who moved and who fails most', async () => {
    renderFixturePage('/performance/overview');

    const movers = await screen.findByRole('table', { name: 'Biggest movers' });
    await within(movers).findByText('−30 points, worse');
    expect(within(movers).getByText('+20 points, better')).toBeVisible();

    const offenders = screen.getByRole('table', { name: 'Worst offenders' });
    const failures = await within(offenders).findByRole('link', {
      name: '4 failures of component:default/checkout',
    });
    expect(hrefOf(failures).get('entityRef')).toBe(
      'component:default/checkout',
    );
  });

  it('prints one page with goal, risks, failures, owners and dates', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    renderFixturePage('/performance/overview');

    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));

    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const sheet = await screen.findByLabelText('Performance on one page');
    expect(sheet).toHaveTextContent(
      'Tier-1 journeys within budget: 19 of 24 (79 %)',
    );
    expect(sheet).toHaveTextContent(
      'F-1 No timeout towards the bankHighcheckoutpayments',
    );
    expect(sheet).toHaveTextContent(/, overdue40 days/);
    expect(sheet).toHaveTextContent(
      'checkout · p95 response timecheckoutpayments412 ms≤ 300 ms',
    );
    expect(sheet).toHaveTextContent('Payments7 of 12 (58 %)');
    expect(sheet).toHaveTextContent('Policy API latency blocks');
    expect(sheet).toHaveTextContent(
      'Waiver of basket · p95 response time ends',
    );
    await act(async () => {});
    expect(screen.getByRole('button', { name: 'Print' })).toBeEnabled();
  });
});
