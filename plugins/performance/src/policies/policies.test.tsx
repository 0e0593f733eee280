import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

describe('policies', () => {
  it('are listed with what they are about, their stages and their verdicts', async () => {
    renderFixturePage('/performance/policies');

    const table = await screen.findByRole('table', { name: 'Policies' });
    const link = await within(table).findByRole('link', {
      name: 'API latency',
    });
    expect(link).toHaveAttribute(
      'href',
      '/performance/policies/org/policy/api-latency',
    );
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('tag tier-1');
    expect(row).toHaveTextContent('p95 response time');
    expect(row).toHaveTextContent('check load-test-fresh');
    expect(row).toHaveTextContent('lifecycle productionWarnsblocks from 1 Mar');
    expect(row).toHaveTextContent('1 of 2 rules trusted');
    expect(within(row).getByRole('link', { name: '3 fail' })).toHaveAttribute(
      'href',
      '/performance/budgets?ruleKind=any&policy=org%2Fpolicy%2Fapi-latency&state=fail',
    );
  });

  it('show their stages as a line of time', async () => {
    renderFixturePage('/performance/policies/org/policy/api-latency');

    const part = (
      await screen.findByRole('heading', { name: 'For lifecycle production' })
    ).closest('section')!;
    const stages = within(part).getAllByRole('listitem');
    expect(stages[0]).toHaveAttribute('aria-current', 'step');
    expect(stages[0]).toHaveTextContent(/^Warnsfrom .*, now/);
    expect(stages[1]).toHaveTextContent(/^Blocksfrom 1 Mar 2027/);
    expect(
      screen.getByRole('link', { name: 'Definition, version 2' }),
    ).toHaveAttribute(
      'href',
      '/performance/definitions/org/policy/api-latency',
    );
    expect(screen.getByText('evidence at most 30 days old')).toBeVisible();
  });

  it('say which rules may block, and what the others lack', async () => {
    renderFixturePage('/performance/policies/org/policy/api-latency');

    const table = await screen.findByRole('table', {
      name: 'Trust in the rules',
    });
    const [, trusted, other] = within(table).getAllByRole('row');
    expect(trusted).toHaveTextContent('May block');
    expect(other).toHaveTextContent('Not yet');
    expect(other).toHaveTextContent('It has been at warn for 5 of 14 days.');
    expect(other).toHaveTextContent('30 %at most 10 %');
  });

  it('let an administrator trust a rule for a reason', async () => {
    const requests = renderFixturePage(
      '/performance/policies/org/policy/api-latency',
    );

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Trust now: Load-tested in the last 30 days',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Trust now' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Proven by last year’s pilot',
    );
    await userEvent.click(confirm);

    await waitFor(() =>
      expect(requests.join('\n')).toMatch(/POST \/policies\/.*trust-overrides/),
    );
  });

  it('say where they never block, and then ask for no trust', async () => {
    renderFixturePage('/performance/policies/org/policy/harmless');

    expect(
      await screen.findByText(
        'It never closes a gate: none of its stages blocks.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('May it block?')).not.toBeInTheDocument();
  });
});
