import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixtureEntity, renderFixturePage } from '../../dev/fixtures';

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

async function listed() {
  const table = await screen.findByRole('table', { name: 'SLOs' });
  await within(table).findByRole('button', { name: 'Availability' });
  return table;
}

async function openAvailability() {
  renderFixturePage('/performance/slos?slo=1');
  return screen.findByRole('dialog', { name: 'SLO details' });
}

describe('the list of SLOs', () => {
  it('shows how each stands, the fastest burning first', async () => {
    renderFixturePage('/performance/slos');

    const [first, second, , last] = rows(await listed());
    expect(first).toHaveTextContent('Warn');
    expect(first).toHaveTextContent('Fast burn');
    expect(first).toHaveTextContent('99.934 %');
    expect(first).toHaveTextContent('34 % left');
    expect(first).toHaveTextContent('7.9×6h');
    expect(second).toHaveTextContent('overspent by 43 %');
    expect(last).toHaveTextContent('Too few events to tell');
  });

  it('says which metric source is silent, and for how many SLOs', async () => {
    renderFixturePage('/performance/slos');

    expect(
      (await screen.findByText('prometheus')).closest('[role="alert"]'),
    ).toHaveTextContent(
      'doesn’t answer: connect ECONNREFUSED. One SLO is as old as its last measurement',
    );
  });

  it('sorts and filters on the server', async () => {
    const requests = renderFixturePage('/performance/slos');
    const table = await listed();

    await userEvent.click(
      within(table).getByRole('button', { name: 'Error budget' }),
    );
    await waitFor(() =>
      expect(requests.at(-1)).toMatch(/slos\?.*sort=remaining/),
    );
    await userEvent.click(screen.getByRole('button', { name: '1 Fail' }));
    await waitFor(() => expect(rows(table)).toHaveLength(1));
    expect(requests.at(-1)).toMatch(/slos\?.*state=fail/);
  });

  it('adds up what belongs together, and leads to it', async () => {
    renderFixturePage('/performance/slos?state=fail&groupBy=owner');

    const table = await screen.findByRole('table', { name: 'Groups of SLOs' });
    expect(
      await within(table).findByRole('link', { name: 'payments' }),
    ).toHaveAttribute(
      'href',
      '/performance/slos?state=fail&owner=group%3Adefault%2Fpayments',
    );
    expect(table).toHaveTextContent('overspent by 43 %');
  });
});

describe('an SLO', () => {
  it('says what is left, what was spent, and when it will be spent', async () => {
    const panel = await openAvailability();

    await within(panel).findByRole('heading', { name: 'Availability' });
    expect(panel).toHaveTextContent('Objective 99.9 %, 30 days, rolling');
    expect(panel).toHaveTextContent('1,563 of 2,369 bad events spent');
    expect(panel).toHaveTextContent('At this pace it is spent in 1 day.');
    expect(panel).toHaveTextContent(
      '97.2 %of the time so far is measured. Gaps count neither as good nor as bad.',
    );
  });

  it('draws how the budget was spent, with maintenance and gaps in its table', async () => {
    const panel = await openAvailability();
    const chart = await within(panel).findByRole('figure', {
      name: 'Error budget of Availability left over its window',
    });
    await userEvent.click(
      within(chart).getByRole('button', { name: 'Show table' }),
    );

    const points = rows(within(chart).getByRole('table'));
    expect(points).toHaveLength(31);
    expect(points[5]).toHaveTextContent('–');
    expect(points[20]).toHaveTextContent('Maintenance: The database moved');
  });

  it('tells which pairs of windows call for people', async () => {
    const panel = await openAvailability();

    const alerts = await within(panel).findByRole('table', {
      name: 'Burn-rate alerts',
    });
    const [fast, slow] = rows(alerts);
    expect(fast).toHaveTextContent('Fast burn14.4×1h: 33.3×5m: 33.3×');
    expect(slow).toHaveTextContent('Calm6×6h: 3.1×30m: 0.4×');
  });

  it('shows the SLOs of what it depends on', async () => {
    const panel = await openAvailability();

    expect(
      await within(panel).findByRole('link', { name: 'Quick results' }),
    ).toHaveAttribute('href', '/performance/slos?slo=2');
  });

  it('shows the work: counts, formulas and queries', async () => {
    const panel = await openAvailability();
    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Show the work' }),
    );

    const counts = await within(panel).findByRole('table', {
      name: 'Windows and counts',
    });
    const [window] = rows(counts);
    expect(window).toHaveTextContent('3 h taken out');
    for (const count of ['2,367,511', '1,563', '2,369,074']) {
      expect(window).toHaveTextContent(count);
    }
    expect(panel).toHaveTextContent(
      'good / total = 2367511 / 2369074 = 0.99934',
    );
    expect(panel).toHaveTextContent('sum(requests_total{service="checkout"})');
  });

  it('says what its policy asks for, since when, and which changes pass', async () => {
    renderFixturePage('/performance/slos?slo=2');

    const freeze = (await screen.findByText('Changes are frozen')).closest(
      '[role="alert"]',
    );
    expect(freeze).toHaveTextContent(
      'Changes are frozen since 19 Nov. The gate lets no change through, but for those labelled security. Quick results in production: error budget overspent by 43 %.',
    );
    expect(freeze).toHaveTextContent(
      /That holds no more since .*: it ends once that was so for half an hour\./,
    );
    expect(
      screen.getByRole('link', { name: 'error-budgets, rule spent' }),
    ).toHaveAttribute(
      'href',
      '/performance/definitions/org/errorbudgetpolicy/error-budgets',
    );
    expect(
      screen.getByRole('list', { name: 'Earlier actions' }),
    ).toHaveTextContent(
      'The gate warns 16 Nov – 18 Nov, until the budget recovered',
    );
    expect(
      screen.getByRole('list', { name: 'Earlier actions' }),
    ).toHaveTextContent(
      'Changes are frozen 13 Nov – 14 Nov, until time was taken out of the SLO: The database moved (olivia)',
    );
  });

  it('says what its parts are where it is a composite', async () => {
    renderFixturePage('/performance/slos?slo=3');

    const parts = await screen.findByRole('table', { name: 'Parts' });
    expect(rows(parts)[0]).toHaveTextContent(/^add.*66\.7 %/);
    expect(rows(parts)[1]).toHaveTextContent(/^view.*33\.3 %/);
  });

  it('takes recurring maintenance out, for a reason', async () => {
    const requests = renderFixturePage('/performance/slos?slo=1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add maintenance' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Add maintenance',
    });
    const add = within(dialog).getByRole('button', { name: 'Add maintenance' });
    expect(add).toBeDisabled();
    await userEvent.selectOptions(
      within(dialog).getByRole('combobox', { name: 'Repeats' }),
      'Every week',
    );
    expect(
      within(dialog).getByRole('textbox', { name: /^Time zone/ }),
    ).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'The index is built anew',
    );
    await userEvent.click(add);

    await waitFor(() => expect(requests).toContain('POST /slo-adjustments'));
  });

  it('starts from time that lies ahead, and says why time that has passed is refused', async () => {
    const requests = renderFixturePage('/performance/slos?slo=1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add maintenance' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Add maintenance',
    });
    expect(dialog).toHaveTextContent(
      'Time that has passed can only be taken out by who may approve or administer: ask one of them.',
    );
    const start = within(dialog).getByLabelText(/^Start/);
    expect(Date.parse((start as HTMLInputElement).value)).toBeGreaterThan(
      Date.now(),
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'Too short',
    );
    const add = within(dialog).getByRole('button', { name: 'Add maintenance' });
    expect(add).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      ' by a letter',
    );
    fireEvent.change(start, { target: { value: '2020-01-01T10:00' } });
    await userEvent.click(add);

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Time that has passed can only be taken out by who may approve or administer',
    );
    expect(requests).toContain('POST /slo-adjustments');
  });

  it('has maintenance revoked, for a reason', async () => {
    const requests = renderFixturePage('/performance/slos?slo=1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revoke: The database moved' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Revoke maintenance',
    });
    const revoke = within(dialog).getByRole('button', { name: 'Revoke' });
    expect(revoke).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'It was put off',
    );
    await userEvent.click(revoke);

    await waitFor(() =>
      expect(requests).toContain('POST /slo-adjustments/7/revoke'),
    );
  });
});

describe('SLOs on an entity’s tab', () => {
  const tab = 'entity-content:performance';

  it('show the fastest burning one in full', async () => {
    renderFixtureEntity('checkout', tab);
    await userEvent.click(await screen.findByRole('link', { name: 'SLOs' }));

    expect(rows(await listed())).toHaveLength(3);
    expect(
      await screen.findByRole('heading', { name: 'Availability' }),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Refunds' }));
    expect(
      await screen.findByText(
        '58 events are too few to tell: between 93.8 % and 100 %',
      ),
    ).toBeVisible();
  });

  it('close the gate at the top of the tab once a budget is spent', async () => {
    renderFixtureEntity('search', tab);

    expect(
      (await screen.findByText('Changes are frozen')).parentElement,
    ).toHaveTextContent(
      /since 19 Nov: Quick results in production: error budget overspent by 43 %. The gate lets no change through, but for those labelled security./,
    );
    expect(screen.queryByText(/^Nothing blocks/)).not.toBeInTheDocument();
  });

  it('teach how to set a first one', async () => {
    renderFixtureEntity('newcomer', tab);
    await userEvent.click(await screen.findByRole('link', { name: 'SLOs' }));

    expect(
      await screen.findByText(/^apiVersion: openslo\/v1/),
    ).toHaveTextContent('service: newcomer');
    expect(
      screen.getByText(/performance-governance.io\/definitions:/),
    ).toBeVisible();
    expect(screen.getByText(/perf-gate slo validate/)).toBeVisible();
  });
});
