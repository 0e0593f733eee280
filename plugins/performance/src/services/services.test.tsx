import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

describe('my services', () => {
  it('asks for what the reader owns, and for everybody’s when told to', async () => {
    const requests = renderFixturePage('/performance/mine');

    // The test's user owns nothing.
    expect(await screen.findByText(/own no component/)).toBeVisible();
    expect(requests.join('\n')).toMatch(
      /GET \/entities\?owner=user%3Adefault%2Fguest&/,
    );

    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Everybody’s' }),
    );

    const table = screen.getByRole('table', { name: 'My services' });
    const row = await within(table).findByRole('row', { name: /^checkout/ });
    expect(row).toHaveTextContent('Silver83');
    expect(row).toHaveTextContent('2 fail');
    expect(row).toHaveTextContent('7 pass');
    expect(row).toHaveTextContent(/Blocks in 9 days/);
    expect(within(row).getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/performance',
    );
    expect(within(row).getByRole('link', { name: '2 fail' })).toHaveAttribute(
      'href',
      '/performance/budgets?ruleKind=any&entityRef=component%3Adefault%2Fcheckout&state=fail',
    );
    // A system may be called what its component is called.
    expect(row).not.toHaveTextContent('Component');
    expect(
      within(table).getByRole('row', { name: /^payments/ }),
    ).toHaveTextContent('System · ');
    await waitFor(() =>
      expect(requests[requests.length - 1]).not.toContain('owner='),
    );
  });
});
