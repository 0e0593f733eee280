import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

describe('waivers', () => {
  it('begin with those that wait for a decision', async () => {
    const requests = renderFixturePage('/performance/waivers');

    const table = await screen.findByRole('table', { name: 'Waivers' });
    await within(table).findByRole('button', {
      name: 'checkout · p95 response time',
    });
    expect(requests.join('\n')).toMatch(/GET \/waivers\?.*status=requested/);
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('412 mslimit ≤ 300 mscap ≤ 450 ms');
    expect(
      screen.getByRole('button', { name: 'Requested (2)' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Active (1)' })).toBeVisible();
  });

  it('say why one’s own request isn’t offered for a decision', async () => {
    renderFixturePage('/performance/waivers');

    const own = await screen.findByRole('checkbox', {
      name: 'Select search · p95 response time of checkout',
    });
    expect(own).toBeDisabled();
    expect(
      screen.getByText('You asked for it yourself; somebody else decides.'),
    ).toBeVisible();
  });

  it('are approved in bulk, with a note', async () => {
    const requests = renderFixturePage('/performance/waivers');

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Select all (1)',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Approve this request',
    });
    expect(dialog).toHaveTextContent(
      /checkout: checkout · p95 response time, until 22 Dec.*, fails above 450 ms/,
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );

    await waitFor(() => expect(requests).toContain('POST /waivers/decisions'));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('are not rejected without a word', async () => {
    renderFixturePage('/performance/waivers?waiver=1');

    const panel = await screen.findByRole('dialog', { name: 'Waiver details' });
    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Reject' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Reject this request',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Reject' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Note/ }),
      'Cache the provider’s answers first',
    );
    expect(confirm).toBeEnabled();
  });

  it('warn of a cap that wouldn’t cover today’s value', async () => {
    renderFixturePage('/performance/waivers?waiver=2');

    const panel = await screen.findByRole('dialog', { name: 'Waiver details' });
    expect(
      await within(panel).findByText(
        '412 ms today is above the cap of 400 ms: it would fail at once.',
      ),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'Waivers', hidden: true });
    const rows = within(table).getAllByRole('row', { hidden: true });
    expect(rows[2]).toHaveTextContent('cap ≤ 400 ms, exceeded');
    expect(rows[1]).not.toHaveTextContent('exceeded');
  });

  it('show their reason, control and history beside the list', async () => {
    renderFixturePage('/performance/waivers?status=approved&waiver=3');

    const panel = await screen.findByRole('dialog', { name: 'Waiver details' });
    await within(panel).findByRole('heading', {
      name: 'basket · p95 response time',
    });
    expect(panel).toHaveTextContent(
      'The new payment provider is slow until its contract ends.',
    );
    expect(panel).toHaveTextContent('An alert at 430 ms.');
    const history = within(panel).getAllByRole('listitem');
    expect(history.map(item => item.textContent)).toEqual([
      expect.stringMatching(/^Requested .*olivia/),
      expect.stringMatching(/^Active .*petra.*Until then\.$/),
    ]);
    expect(
      within(panel).queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
    expect(within(panel).getByRole('button', { name: 'Revoke' })).toBeVisible();
  });

  it('add up to a debt per owner that leads back to the waivers', async () => {
    renderFixturePage('/performance/waivers?view=debt');

    const table = await screen.findByRole('table', { name: 'Waiver debt' });
    expect(
      await within(table).findByRole('link', {
        name: '1 active waivers of group:default/payments',
      }),
    ).toHaveAttribute(
      'href',
      '/performance/waivers?status=approved&owner=group%3Adefault%2Fpayments',
    );
    expect(table).toHaveTextContent('47');
  });
});
