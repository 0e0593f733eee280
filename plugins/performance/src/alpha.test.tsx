import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureApis, fixtureEntities } from '../dev/fixtures';
import performancePlugin from './alpha';

// jsdom has neither a canvas to draw on nor the observer.
jest.mock(
  'uplot',
  () =>
    class {
      setSize() {}
      destroy() {}
    },
);
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

function renderPage(path: string) {
  const requests: string[] = [];
  renderTestApp({
    features: [performancePlugin],
    apis: [...fixtureApis(request => requests.push(request))],
    initialRouteEntries: [path],
    mountedRoutes,
  });
  return requests;
}

function renderEntity(
  name: string,
  extension: 'entity-content:performance' | 'entity-card:performance',
) {
  const requests: string[] = [];
  renderTestApp({
    features: [performancePlugin],
    extensions: [
      createTestEntityPage({
        entity: fixtureEntities.find(entity => entity.metadata.name === name)!,
      }),
    ],
    config: {
      app: {
        extensions: [
          'entity-content:performance',
          'entity-card:performance',
        ].flatMap(id => (id === extension ? [] : [{ [id]: false }])),
      },
    },
    apis: [...fixtureApis(request => requests.push(request))],
    initialRouteEntries: ['/?limit=10'],
    mountedRoutes,
  });
  return requests;
}

function rows(table: HTMLElement) {
  return within(table).getAllByRole('row').slice(1);
}

async function openUpload() {
  const upload = await screen.findByRole('button', { name: 'Upload report' });
  await waitFor(() => expect(upload).toBeEnabled());
  await userEvent.click(upload);
  return screen.findByRole('dialog', { name: 'Upload a report' });
}

describe('the page /performance', () => {
  it('lists budgets, worst first, each with its state in words', async () => {
    renderPage('/performance?limit=10');

    const table = await screen.findByRole('table', { name: 'Budgets' });
    await within(table).findByRole('button', {
      name: 'checkout · p95 response time',
    });
    expect(rows(table)[0]).toHaveTextContent('Fail');
    expect(rows(table)[0]).toHaveTextContent('412 ms');
    expect(rows(table)[0]).toHaveTextContent('≤ 300 ms');
  });

  it('keeps the query string on the way to its first tab', async () => {
    const requests = renderPage(
      '/performance?state=warn&owner=group:default/payments',
    );

    await screen.findByRole('button', {
      name: 'Remove filter Owner: payments',
    });
    await waitFor(() =>
      expect(requests.join('\n')).toMatch(
        /GET \/verdicts\?.*state=warn.*owner=group%3Adefault%2Fpayments/,
      ),
    );
  });

  it('filters by the count that is pressed', async () => {
    const requests = renderPage('/performance/budgets?limit=10');

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
    const requests = renderPage('/performance/budgets?limit=10');
    await screen.findByRole('button', { name: 'checkout · p95 response time' });

    await userEvent.click(screen.getByRole('button', { name: 'Value' }));
    await waitFor(() => expect(requests.at(-1)).toContain('sort=value'));

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(requests.at(-1)).toContain('offset=10'));
    expect(requests.at(-1)).toContain('sort=value');
  });

  it('opens a budget beside the list, with the story of its limit', async () => {
    renderPage('/performance/budgets?limit=10');

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
    renderPage('/performance/runs/run-0');

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
    renderPage('/performance/runs/run-0');

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
    const requests = renderPage('/performance/runs/run-0');

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
    renderPage(
      '/performance/definitions/system:default/ordering/budget/checkout-latency',
    );

    expect(await screen.findByText('budgets/checkout.yaml:14:9')).toBeVisible();
    expect(screen.getByText('unit-mismatch')).toBeVisible();
    expect(
      screen.getByText(/Version 2, the last valid one, stays in force/),
    ).toBeVisible();
  });

  it('checks a new definition while it is written, and saves it when it is valid', async () => {
    const requests = renderPage('/performance/definitions/new');

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

  it('reads the sources again on demand', async () => {
    const requests = renderPage('/performance/sources');

    await screen.findByText('404 Not Found');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));

    await waitFor(() =>
      expect(requests).toContain('POST /definition-sources/refresh'),
    );
  });
});

describe('the Performance tab of an entity', () => {
  it('previews a report, saves it, and shows the new verdict without a reload', async () => {
    const requests = renderEntity('checkout', 'entity-content:performance');
    await screen.findByRole('button', { name: '2 Fail' });

    const dialog = await openUpload();
    await userEvent.upload(
      within(dialog).getByLabelText('Report file'),
      new File(['{"metrics":{}}'], 'checkout-fixed.json'),
    );

    expect(await within(dialog).findByText('1 fail → pass')).toBeVisible();
    expect(
      within(dialog).getByRole('list', { name: 'Changes' }),
    ).toHaveTextContent('checkout · p95 response timeFail→Pass');
    expect(requests.filter(request => request.startsWith('POST'))).toEqual([
      expect.stringMatching(
        /^POST \/reports\?entityRef=component%3Adefault%2Fcheckout&environment=production&.*dryRun=true$/,
      ),
    ]);

    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('button', { name: '1 Fail' })).toBeVisible();
    expect(
      screen.queryByRole('dialog', { name: 'Upload a report' }),
    ).not.toBeInTheDocument();
  });

  it('says where a report is broken, and doesn’t let it be saved', async () => {
    renderEntity('checkout', 'entity-content:performance');
    const dialog = await openUpload();
    await userEvent.upload(
      within(dialog).getByLabelText('Report file'),
      new File(['not a report'], 'broken.json'),
    );

    expect(
      await within(dialog).findByText(/k6: line 3, byte 214/),
    ).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('explains a limit to keyboard and pointer alike', async () => {
    renderEntity('checkout', 'entity-content:performance');
    const explain = await screen.findByRole('button', {
      name: 'Limit of checkout · p95 response time explained',
    });

    await userEvent.click(explain);

    const story = await screen.findByRole('dialog', {
      name: 'The limit’s story',
    });
    const layers = within(story).getAllByRole('listitem');
    expect(layers.map(layer => layer.textContent)).toEqual([
      expect.stringContaining('Organisation · APIs answer quickly'),
      expect.stringContaining('fail ≤ 300 ms — in force'),
      expect.stringContaining('fail ≤ 600 ms — has no effect without a waiver'),
    ]);
    expect(story).toHaveTextContent(
      'The p95 is exact (nearest rank) over 9,812 values.',
    );

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(story).not.toBeInTheDocument());
    expect(explain).toHaveFocus();
  });

  it('names what is not judged, and links to what is wrong with the definitions', async () => {
    renderEntity('checkout', 'entity-content:performance');

    expect(
      await screen.findByText(
        '12 more subjects are not judged by p95 response time: GET /a, GET /b, …',
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'View definitions' }),
    );

    expect(await screen.findByText('unit-mismatch')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'APIs answer quickly' }),
    ).toHaveAttribute(
      'href',
      '/performance/definitions/org/budget/api-latency',
    );
  });

  it('says so where the caller may not see the entity', async () => {
    renderEntity('secret', 'entity-content:performance');

    expect(
      await screen.findByText('You can’t see this entity’s performance'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Upload report' }),
    ).not.toBeInTheDocument();
  });

  it('teaches how to send a first report where there is none', async () => {
    renderEntity('newcomer', 'entity-content:performance');

    expect(
      await screen.findByRole('heading', { name: 'Send a first report' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', {
        name: 'Copy: From a terminal: send a report',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/--entity component:default\/newcomer/),
    ).toBeVisible();
  });
});

describe('the card on an entity’s overview', () => {
  it('counts the states and names the worst three', async () => {
    renderEntity('checkout', 'entity-card:performance');

    const worst = await screen.findByRole('list', { name: 'Worst budgets' });
    expect(within(worst).getAllByRole('listitem')).toHaveLength(3);
    expect(worst).toHaveTextContent('checkout · p95 response time');
    expect(
      screen.getByRole('list', { name: 'Budgets by state' }),
    ).toHaveTextContent('2 fail');
    expect(
      screen.getByRole('link', { name: 'View performance' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/performance',
    );
  });
});

describe('the extensions', () => {
  it('can be built one by one', () => {
    for (const id of [
      'page:performance',
      'sub-page:performance/budgets',
      'sub-page:performance/runs',
      'sub-page:performance/definitions',
      'sub-page:performance/sources',
      'entity-content:performance',
      'entity-card:performance',
    ] as const) {
      expect(
        createExtensionTester(performancePlugin.getExtension(id)).snapshot().id,
      ).toBe(id);
    }
  });
});
