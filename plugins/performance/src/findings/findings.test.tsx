import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixtureEntity, renderFixturePage } from '../../dev/fixtures';

function rows(table: HTMLElement) {
  return within(table).getAllByRole('row').slice(1);
}

async function listed() {
  const table = await screen.findByRole('table', { name: 'Findings' });
  await within(table).findByRole('button', {
    name: 'No timeout towards the bank',
  });
  return table;
}

async function openFinding(id: string) {
  const requests = renderFixturePage(`/performance/findings?finding=${id}`);
  const panel = await screen.findByRole('dialog', { name: 'Finding details' });
  await within(panel).findByRole('heading', { name: 'History' });
  return { panel, requests };
}

async function act(panel: HTMLElement, name: string, dialogName: string) {
  await userEvent.click(within(panel).getByRole('button', { name }));
  return screen.findByRole('dialog', { name: dialogName });
}

describe('the list of findings', () => {
  it('shows risk, owner, date and green days of each', async () => {
    renderFixturePage('/performance/findings');

    const [first, second, third] = rows(await listed());
    expect(first).toHaveTextContent('High');
    expect(first).toHaveTextContent('F-1 · Missing timeout');
    expect(first).toHaveTextContent('overdue');
    expect(second).toHaveTextContent('Closure proposed: 14 days green');
    expect(second).toHaveTextContent('and 1 more');
    expect(third).toHaveTextContent('Resolved');
    expect(third).toHaveTextContent('Nobody');
  });

  it('counts by severity and likelihood in a table, whose cells filter', async () => {
    const requests = renderFixturePage('/performance/findings');
    await listed();

    const matrix = await screen.findByRole('table', {
      name: 'Findings by risk',
    });
    expect(
      within(matrix)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Very high', 'High', 'Medium', 'Low', 'Very low']);
    const [worst] = rows(matrix).slice(1);
    expect(worst).toHaveTextContent(
      'Very high0 Medium0 Medium0 High0 Critical1 Critical',
    );

    await userEvent.click(
      within(worst).getByRole('button', { name: '1 Critical' }),
    );
    await waitFor(() =>
      expect(requests.join('\n')).toMatch(
        /GET \/findings\?.*severity=very-high.*likelihood=very-high/,
      ),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Remove filter Severity: Very high',
      }),
    ).toBeVisible();
    expect(
      within(matrix).getByRole('button', { name: '1 Critical' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('tells how old they are, without the ages that none has', async () => {
    const requests = renderFixturePage('/performance/findings');

    const ages = await screen.findByRole('table', {
      name: 'Findings by age and risk',
    });
    expect(rows(ages).map(({ textContent }) => textContent)).toEqual([
      '31–90 days1 critical, 1 high',
      '91–180 days1 low',
    ]);
    const card = screen.getByRole('region', { name: 'Age' });
    expect(card).toHaveTextContent('1 of 3 recorded more than 90 days ago.');

    await userEvent.click(
      within(card).getByRole('button', { name: 'Oldest first' }),
    );
    await waitFor(() =>
      expect(requests.join('\n')).toMatch(/findings\?.*sort=age&order=asc/),
    );
  });

  it('keeps in the address whose and which are looked at', async () => {
    const requests = renderFixturePage('/performance/findings');
    const table = await listed();

    await userEvent.click(screen.getByRole('button', { name: 'Overdue (1)' }));
    await waitFor(() => expect(rows(table)).toHaveLength(1));
    expect(requests.join('\n')).toMatch(/findings\?.*overdue=true/);
    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(() =>
      expect(requests.join('\n')).toMatch(/findings\?.*mine=true/),
    );
    expect(
      screen.getByRole('button', { name: 'Remove filter Whose: mine' }),
    ).toBeVisible();
  });

  it('changes several at once, and says which were refused', async () => {
    const requests = renderFixturePage('/performance/findings');
    await listed();

    await userEvent.click(
      screen.getByRole('button', { name: 'Select all (3)' }),
    );
    expect(screen.getByText('3 selected')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Change 3 findings',
    });
    const change = within(dialog).getByRole('button', { name: 'Change' });
    expect(change).toBeDisabled();
    await userEvent.selectOptions(
      within(dialog).getByRole('combobox', { name: 'Effort' }),
      'Large',
    );
    await userEvent.click(change);

    await waitFor(() => expect(requests).toContain('POST /finding-changes'));
    expect(
      await screen.findByText('2 changed. F-3 was not: You may not change it.'),
    ).toBeVisible();
  });

  it('says what would come of a file before importing it', async () => {
    const requests = renderFixturePage('/performance/findings');
    await listed();

    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Import findings',
    });
    const file = (text: string) => {
      const made = new File([text], 'findings.csv', { type: 'text/csv' });
      // jsdom's files lack the method.
      Object.defineProperty(made, 'text', { value: async () => text });
      return made;
    };
    await userEvent.upload(
      within(dialog).getByLabelText('Choose a file'),
      file('severity\nhuge\n'),
    );
    expect(
      await within(dialog).findByText(/Line 2, severity: "huge" is none of/),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Import' }),
    ).toBeDisabled();

    await userEvent.upload(
      within(dialog).getByLabelText('Choose another file'),
      file('severity\nhigh\n'),
    );
    expect(
      await within(dialog).findByText(/Perhaps there already/),
    ).toHaveTextContent('Slow start (F-2)');
    await userEvent.click(
      await within(dialog).findByRole('button', {
        name: 'Import one finding',
      }),
    );
    await waitFor(() =>
      expect(
        requests.filter(request => request.includes('finding-imports')),
      ).toEqual([
        'POST /finding-imports?dryRun=true',
        'POST /finding-imports?dryRun=true',
        'POST /finding-imports?dryRun=false',
      ]),
    );
  });

  it('teaches where there is nothing', async () => {
    renderFixturePage(
      '/performance/findings?entityRef=component:default/nothing',
    );
    expect(
      await screen.findByText('No finding matches these filters.'),
    ).toBeVisible();
  });
});

describe('a finding', () => {
  it('shows what it is about, without what could be run', async () => {
    const { panel } = await openFinding('1');

    expect(
      within(panel).getByText('waits', { selector: 'strong' }),
    ).toBeVisible();
    expect(panel.querySelector('script')).toBeNull();
    expect(panel).toHaveTextContent('severity high, likelihood high');
    expect(
      within(panel).getByRole('link', { name: /git.example\/issues\/8/ }),
    ).toBeVisible();
    const comments = await within(panel).findByRole('list', {
      name: 'Comments',
    });
    expect(comments).toHaveTextContent('The bank agrees on two seconds.');
    const history = await within(panel).findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('Severity: Medium → High');
    expect(history).toHaveTextContent('Description changed');
  });

  it('offers the statuses it can be brought to', async () => {
    const { panel, requests } = await openFinding('1');

    const dialog = await act(panel, 'Resolve', 'Say that it is resolved');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve' }),
    );
    await waitFor(() => expect(requests).toContain('POST /findings/1/status'));
    expect(await within(panel).findByText('Resolved')).toBeVisible();
  });

  it('asks for a reason where one is needed', async () => {
    const { panel } = await openFinding('1');

    await userEvent.click(within(panel).getByRole('button', { name: 'More' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Mark as invalid' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Mark as invalid',
    });
    const confirm = within(dialog).getByRole('button', {
      name: 'Mark as invalid',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'It has one',
    );
    expect(confirm).toBeEnabled();
  });

  it('keeps what was written where somebody was faster, and lets it be saved', async () => {
    const { panel, requests } = await openFinding('1');

    const dialog = await act(panel, 'Edit', 'Edit this finding');
    const title = within(dialog).getByRole('textbox', { name: /Title/ });
    await userEvent.clear(title);
    await userEvent.type(title, 'Conflict');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /arthur changed it meanwhile: severity\. What you wrote is still here/,
    );
    expect(title).toHaveValue('Conflict');

    await userEvent.type(title, ' solved');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(
      requests.filter(request => request === 'PATCH /findings/1'),
    ).toHaveLength(2);
    expect(
      await within(panel).findByRole('heading', { name: 'Conflict solved' }),
    ).toBeVisible();
  });

  it('is bound, proposes its closure, and is verified', async () => {
    const { panel, requests } = await openFinding('2');

    expect(
      within(panel).getByRole('meter', { name: 'Green days' }),
    ).toHaveAttribute('aria-valuenow', '100');
    expect(
      within(panel).getByRole('link', { name: 'checkout · p95 response time' }),
    ).toHaveAttribute('href', expect.stringContaining('verdict=verdict-0'));
    const proposal = within(panel).getByRole('alert');
    expect(proposal).toHaveTextContent('14 days green in a row');

    // Only what follows the proposal looks like the thing to do.
    expect(
      within(panel)
        .getAllByRole('button')
        .filter(({ className }) => className.includes('containedPrimary'))
        .map(({ textContent }) => textContent),
    ).toEqual(['Verify']);

    const dialog = await act(panel, 'Verify', 'Verify that it is mended');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Verify' }),
    );
    await waitFor(() => expect(requests).toContain('POST /findings/2/closure'));
    expect(await within(panel).findByText('Verified')).toBeVisible();
    expect(within(panel).queryByText('Closure proposed')).toBeNull();
  });

  it('doesn’t let anybody verify what they resolved', async () => {
    const { panel } = await openFinding('2');
    const dialog = await act(panel, 'Resolve', 'Say that it is resolved');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve' }),
    );

    expect(
      await within(panel).findByText(
        /You resolved it; somebody else verifies that it is mended/,
      ),
    ).toBeVisible();
    expect(
      within(panel).queryByRole('button', { name: 'Verify' }),
    ).not.toBeInTheDocument();
  });

  it('doesn’t decline a closure without a reason', async () => {
    const { panel } = await openFinding('2');

    const dialog = await act(panel, 'Decline', 'Decline the closure');
    const decline = within(dialog).getByRole('button', { name: 'Decline' });
    expect(decline).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why it isn’t mended/ }),
      'Not under load',
    );
    expect(decline).toBeEnabled();
  });

  it('has an issue made of it, which may be let go again', async () => {
    const { panel } = await openFinding('1');

    const dialog = await act(panel, 'Make an issue', 'Have an issue for it');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Repository' }),
      'acme/shop',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Make issue' }),
    );
    expect(await within(panel).findByText('Under way')).toBeVisible();
    expect(panel).toHaveTextContent('an issue in acme/shop');

    const letGo = await act(panel, 'Unlink the issue', 'Unlink the issue');
    await userEvent.click(
      within(letGo).getByRole('button', { name: 'Unlink' }),
    );
    expect(
      await within(panel).findByRole('button', { name: 'Make an issue' }),
    ).toBeVisible();
  });

  it('says that accepting its risk was asked for, and who decides', async () => {
    const { panel } = await openFinding('1');
    expect(
      await within(panel).findByText(/to accept the risk/),
    ).toHaveTextContent(
      /^olivia asked .+ to accept the risk\. The waiver waits for somebody else to decide\.$/,
    );
    expect(
      within(panel).getByRole('link', { name: 'The waiver' }),
    ).toHaveAttribute(
      'href',
      '/performance/waivers?status=requested&entityRef=component%3Adefault%2Fcheckout&rule=finding%3A1',
    );
    expect(
      within(panel).queryByRole('button', { name: 'Accept the risk' }),
    ).toBeNull();
  });

  it('says who decides, to who may do nothing', async () => {
    const { panel } = await openFinding('3');

    expect(panel).toHaveTextContent(
      'Whoever may verify findings of this entity looks whether it is mended.',
    );
    for (const name of ['Edit', 'Plan', 'Comment', 'More']) {
      expect(
        within(panel).queryByRole('button', { name }),
      ).not.toBeInTheDocument();
    }
  });
});

describe('the improvement plan', () => {
  it('groups work by risk against effort', async () => {
    const requests = renderFixturePage('/performance/findings?view=plan');

    expect(
      await screen.findByRole('heading', { name: 'Quick wins (1)' }),
    ).toBeVisible();
    const wins = screen.getByRole('table', { name: 'Quick wins' });
    expect(wins).toHaveTextContent('No timeout towards the bank');
    expect(screen.getByRole('table', { name: 'Big bets' })).toHaveTextContent(
      'payments-db is a single point of failure',
    );
    // What is resolved is no work.
    expect(screen.queryByText('Images are too heavy')).toBeNull();
    expect(requests.join('\n')).toMatch(/findings\?.*sort=plan/);
  });
});

describe('findings on an entity’s tab', () => {
  it('counts them, shows them, and what the analysis proposes', async () => {
    renderFixtureEntity('checkout', 'entity-content:performance');

    const [link] = await screen.findAllByRole('link', { name: 'Findings' });
    expect(
      (await screen.findByText('1 critical')).closest('div'),
    ).toHaveTextContent('1 critical1 high1 low1 overdue1 closure proposed');
    await userEvent.click(link);
    const table = await listed();
    expect(rows(table)).toHaveLength(3);

    await userEvent.click(screen.getByRole('button', { name: 'New finding' }));
    const dialog = await screen.findByRole('dialog', { name: 'New finding' });
    const record = within(dialog).getByRole('button', { name: 'Record' });
    expect(record).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Title/ }),
      'Cold start',
    );
    await userEvent.click(record);
    const panel = await screen.findByRole('dialog', {
      name: 'Finding details',
    });
    expect(
      await within(panel).findByRole('heading', { name: 'Cold start' }),
    ).toBeVisible();
  });
});
