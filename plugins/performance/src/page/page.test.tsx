import { screen, waitFor, within } from '@testing-library/react';
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

function rows(table: HTMLElement) {
  return within(table).getAllByRole('row').slice(1);
}

describe('the page /performance', () => {
  it('lists budgets, worst first, each with its state in words', async () => {
    renderFixturePage('/performance/budgets?limit=10');

    const table = await screen.findByRole('table', { name: 'Budgets' });
    await within(table).findByRole('button', {
      name: 'checkout · p95 response time',
    });
    expect(rows(table)[0]).toHaveTextContent('Fail');
    expect(rows(table)[0]).toHaveTextContent('412 ms');
    expect(rows(table)[0]).toHaveTextContent('≤ 300 ms');
  });

  it('keeps the query string on the way to its first tab', async () => {
    const requests = renderFixturePage(
      '/performance?owner=group:default/payments',
    );

    await screen.findByRole('button', {
      name: 'Remove filter Owner: payments',
    });
    await waitFor(() =>
      expect(requests.join('\n')).toMatch(
        /GET \/rollups\/matrix\?.*owner=group%3Adefault%2Fpayments/,
      ),
    );
  });

  it('says that there is no such tab, and leads to those there are', async () => {
    const requests = renderFixturePage('/performance/budgts?owner=me');

    expect(
      await screen.findByRole('heading', {
        name: 'There is no page ‘budgts’ here',
      }),
    ).toBeVisible();
    const [list] = screen
      .getAllByRole('list')
      .filter(({ textContent }) => textContent?.startsWith('Overview'))
      .slice(-1);
    expect(within(list).getByRole('link', { name: 'Budgets' })).toHaveAttribute(
      'href',
      '/performance/budgets',
    );
    expect(requests).toEqual([]);
  });

  it('says that there is no such guide, and leads back', async () => {
    renderFixturePage('/performance/guides/nothing');

    expect(
      await screen.findByRole('heading', {
        name: 'There is no guide ‘nothing’',
      }),
    ).toBeVisible();
    expect(screen.queryByText(/404/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All guides' })).toHaveAttribute(
      'href',
      '/performance/guides/index',
    );
    expect(screen.getByRole('link', { name: '‹ Scorecards' })).toHaveAttribute(
      'href',
      '/performance/scorecards',
    );
  });

  it('filters by the count that is pressed', async () => {
    const requests = renderFixturePage('/performance/budgets?limit=10');

    const filter = await screen.findByRole('button', { name: '2 Warn' });
    expect(filter).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(filter);

    expect(screen.getByRole('button', { name: '2 Warn' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await waitFor(() =>
      expect(rows(screen.getByRole('table', { name: 'Budgets' }))).toHaveLength(
        2,
      ),
    );
    expect(requests.at(-1)).toContain('state=warn');
  });

  it('sorts and pages on the server', async () => {
    const requests = renderFixturePage('/performance/budgets?limit=10');
    await screen.findByRole('button', { name: 'checkout · p95 response time' });

    await userEvent.click(screen.getByRole('button', { name: 'Value' }));
    await waitFor(() => expect(requests.at(-1)).toContain('sort=value'));

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(requests.at(-1)).toContain('offset=10'));
    expect(requests.at(-1)).toContain('sort=value');
  });

  it('opens a budget beside the list, with the story of its limit', async () => {
    renderFixturePage('/performance/budgets?limit=10');

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'POST /pay · p99 response time',
      }),
    );

    const panel = await screen.findByRole('dialog', { name: 'Budget details' });
    expect(
      await within(panel).findByRole('heading', {
        name: 'POST /pay · p99 response time',
      }),
    ).toBeVisible();
    expect(panel).toHaveTextContent('fail ≤ 800 ms — in force');
    expect(panel).toHaveTextContent(
      'fail ≤ 1.6 s — has no effect without a waiver',
    );

    await userEvent.click(
      within(panel).getByRole('button', { name: 'Close details' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('dialog', { name: 'Budget details' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('shows a run with its gate, its baseline and what the tool said', async () => {
    renderFixturePage('/performance/runs/run-0');

    expect(
      await screen.findByRole('heading', { name: /^Fail: k6 run of/ }),
    ).toBeVisible();
    expect(
      await screen.findByText(/The gate stops it. Exit code 1./),
    ).toBeVisible();
    const endpoints = await screen.findByRole('table', {
      name: 'Endpoints compared with the baseline',
    });
    expect(rows(endpoints)[0]).toHaveTextContent('POST /pay');
    expect(rows(endpoints)[0]).toHaveTextContent('+69.9 %');
    expect(rows(endpoints)[0]).toHaveTextContent('worse');
    const outcomes = screen.getByRole('table', {
      name: 'The tool’s own outcomes',
    });
    expect(outcomes).toHaveTextContent('p(95)<500');
  });

  it('shows the numbers of a chart as a table on request', async () => {
    renderFixturePage('/performance/runs/run-0');

    const chart = await screen.findByRole('figure', {
      name: 'Requests and failed requests per second over the run',
    });
    await userEvent.click(
      within(chart).getByRole('button', { name: 'Show table' }),
    );

    const table = within(chart).getByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(121);
    expect(
      within(table).getByRole('columnheader', { name: 'Errors' }),
    ).toBeVisible();
  });

  it('marks a run invalid for a reason', async () => {
    const requests = renderFixturePage('/performance/runs/run-0');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark invalid' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Mark this run invalid',
    });
    const confirm = within(dialog).getByRole('button', {
      name: 'Mark invalid',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The generator was overloaded',
    );
    await userEvent.click(confirm);

    await waitFor(() =>
      expect(requests).toContain('PUT /runs/run-0/invalidation'),
    );
  });

  it('shows what is wrong with a definition, and where', async () => {
    renderFixturePage(
      '/performance/definitions/system:default/ordering/budget/checkout-latency',
    );

    expect(await screen.findByText('budgets/checkout.yaml:14:9')).toBeVisible();
    expect(screen.getByText('unit-mismatch')).toBeVisible();
    expect(
      screen.getByText(/Version 2, the last valid one, stays in force/),
    ).toBeVisible();
  });

  it('tells in the list of names that nothing has', async () => {
    renderFixturePage('/performance/definitions');

    const table = await screen.findByRole('table', { name: 'Definitions' });
    const name = await within(table).findByRole('link', {
      name: 'Practices that everybody keeps',
    });
    expect(name.closest('tr')).toHaveTextContent(
      /2 warnings\s+policies\.yaml:6:14 No Check in force here is named 'soakd'/,
    );
    const invalid = within(table).getByRole('link', {
      name: 'Checkout is quick',
    });
    expect(invalid.closest('tr')).toHaveTextContent('1 error');

    await userEvent.click(name);
    expect(await screen.findByText('unknown-entity')).toBeVisible();
  });

  it('checks a new definition while it is written, and saves it when it is valid', async () => {
    const requests = renderFixturePage('/performance/definitions/new');

    const editor = await screen.findByRole('textbox', { name: 'YAML' });
    expect(await screen.findByText('Valid')).toBeVisible();
    const save = screen.getByRole('button', { name: 'Save' });
    await waitFor(() => expect(save).toBeEnabled());

    await userEvent.type(editor, '# 300 kB');
    expect(await screen.findByText('unit-mismatch')).toBeVisible();
    expect(save).toBeDisabled();

    await userEvent.click(
      screen.getByRole('button', { name: 'line 14, column 9' }),
    );
    expect(editor).toHaveFocus();

    await userEvent.clear(editor);
    await userEvent.type(editor, 'kind: Budget');
    await waitFor(() => expect(save).toBeEnabled());
    await userEvent.click(save);
    await waitFor(() => expect(requests).toContain('POST /definitions'));
  });

  it('starts a new definition from a template of its kind, and keeps what was written', async () => {
    renderFixturePage('/performance/definitions/new?kind=Policy');

    const editor = await screen.findByRole('textbox', { name: 'YAML' });
    expect(editor).toHaveTextContent('kind: Policy');
    expect(screen.getByRole('button', { name: 'Policy' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.type(editor, '# mine');

    await userEvent.click(screen.getByRole('button', { name: 'Goal' }));
    expect(editor).toHaveTextContent('kind: Goal');
    expect(
      screen.getByText(/share of verdicts within their limits/),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Policy' }));
    expect(editor).toHaveTextContent('# mine');
  });

  it('reads the sources again on demand', async () => {
    const requests = renderFixturePage('/performance/sources');

    await screen.findByText('404 Not Found');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));

    await waitFor(() =>
      expect(requests).toContain('POST /definition-sources/refresh'),
    );
  });
});
