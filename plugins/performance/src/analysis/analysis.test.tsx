import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

// jsdom has no layout that a drawing could be measured in.
Object.defineProperty(SVGElement.prototype, 'getBBox', {
  value: () => ({ x: 0, y: 0, width: 176, height: 44 }),
});

function rows(table: HTMLElement) {
  return within(table).getAllByRole('row').slice(1);
}

async function listed() {
  const table = await screen.findByRole('table', { name: 'Proposals' });
  await within(table).findByRole('button', {
    name: 'payments-db is a single point of failure',
  });
  return table;
}

async function openProposal(id: string) {
  const requests = renderFixturePage(`/performance/analysis?proposal=${id}`);
  const panel = await screen.findByRole('dialog', { name: 'Proposal details' });
  await within(panel).findByRole('heading', {
    name: 'How the rule came to it',
  });
  return { panel, requests };
}

describe('the analysis', () => {
  it('lists what is proposed, and says how old it is', async () => {
    renderFixturePage('/performance/analysis');

    const [first, second, ...others] = rows(await listed());
    expect(others).toEqual([]);
    expect(first).toHaveTextContent('Single point of failure');
    expect(first).toHaveTextContent('Very high');
    expect(second).toHaveTextContent(
      'checkout and basket depend on each other',
    );
    expect(screen.getByText(/1,204 entities, 5,100 relations/)).toBeVisible();
  });

  it('filters by the rule that is pressed', async () => {
    const requests = renderFixturePage('/performance/analysis');
    const table = await listed();

    await userEvent.click(
      screen.getByRole('button', { name: '1 Dependency cycle' }),
    );
    await waitFor(() => expect(rows(table)).toHaveLength(1));
    expect(requests.at(-1)).toMatch(/proposals\?.*rule=dependency-cycle/);
    expect(
      screen.getByRole('button', {
        name: 'Remove filter Rule: Dependency cycle',
      }),
    ).toBeVisible();
  });

  it('keeps suppressed proposals apart, with their reason', async () => {
    renderFixturePage('/performance/analysis');
    const table = await listed();

    await userEvent.click(
      screen.getByRole('button', { name: 'Suppressed (1)' }),
    );
    await waitFor(() =>
      expect(rows(table)[0]).toHaveTextContent(
        'Suppressed: They move apart in spring.',
      ),
    );
    expect(rows(table)).toHaveLength(1);
  });

  it('says of whom nothing can be said, and what would tell', async () => {
    renderFixturePage('/performance/analysis');

    const gap = await screen.findByRole('button', {
      name: /^Single point of failure: unknown for 12 entities/,
    });
    await userEvent.click(gap);
    expect(
      await screen.findByText(/performance-governance.io\/synchronous-calls/),
    ).toBeVisible();
    expect(screen.getByText('and 11 more')).toBeVisible();
    expect(
      screen.getByText(/tier is "gold"; write a number from 1 on/),
    ).toBeVisible();
  });

  it('shows the path as a table, what stands on it first', async () => {
    const { panel } = await openProposal('1');

    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show table' }),
    );
    const table = within(panel).getByRole('table', {
      name: /payments-db is a single point of failure/,
    });
    const [first, second] = rows(table);
    expect(first).toHaveTextContent(
      'checkoutwaits forpayments-db (2 depend on it)on the path',
    );
    expect(second).toHaveTextContent('basketdepends on');
  });

  it('shows Markdown without what could be run', async () => {
    const { panel } = await openProposal('1');

    expect(
      within(panel).getByText('payments-db', { selector: 'strong' }),
    ).toBeVisible();
    expect(panel.querySelector('script')).toBeNull();
    expect(panel).toHaveTextContent('and 1 you may not see');
  });

  it('suppresses for a reason', async () => {
    const { panel, requests } = await openProposal('1');

    await userEvent.click(
      within(panel).getByRole('button', { name: 'Suppress' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Suppress this proposal',
    });
    const suppress = within(dialog).getByRole('button', { name: 'Suppress' });
    expect(suppress).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'It has a hot standby',
    );
    await userEvent.click(suppress);

    expect(
      await within(panel).findByRole('button', { name: 'Propose again' }),
    ).toBeVisible();
    expect(panel).toHaveTextContent('Suppressed: It has a hot standby');
    expect(requests).toContain('POST /analysis/proposals/1/suppression');
  });

  it('makes a finding, with what the rule found filled in', async () => {
    const { panel, requests } = await openProposal('1');

    await userEvent.click(
      within(panel).getByRole('button', { name: 'Make a finding' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Make a finding',
    });
    expect(within(dialog).getByRole('textbox', { name: /Title/ })).toHaveValue(
      'payments-db is a single point of failure',
    );
    expect(
      within(dialog).getByRole('combobox', { name: 'Severity' }),
    ).toHaveValue('very-high');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Make finding' }),
    );
    await waitFor(() =>
      expect(requests).toContain('POST /analysis/proposals/1/finding'),
    );
  });

  it('says who decides, to who may not', async () => {
    const { panel } = await openProposal('2');

    expect(panel).toHaveTextContent(
      'Whoever may create findings of this entity makes one of it',
    );
    expect(
      within(panel).queryByRole('button', { name: 'Make a finding' }),
    ).not.toBeInTheDocument();
  });
});
