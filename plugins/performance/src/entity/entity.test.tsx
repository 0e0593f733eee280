import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixtureEntity } from '../../dev/fixtures';

async function openUpload() {
  const upload = await screen.findByRole('button', { name: 'Upload report' });
  await waitFor(() => expect(upload).toBeEnabled());
  await userEvent.click(upload);
  return screen.findByRole('dialog', { name: 'Upload a report' });
}

describe('the Performance tab of an entity', () => {
  it('previews a report, saves it, and shows the new verdict without a reload', async () => {
    const requests = renderFixtureEntity(
      'checkout',
      'entity-content:performance',
    );
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
    renderFixtureEntity('checkout', 'entity-content:performance');
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
    renderFixtureEntity('checkout', 'entity-content:performance');
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
    renderFixtureEntity('checkout', 'entity-content:performance');

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
    renderFixtureEntity('secret', 'entity-content:performance');

    expect(
      await screen.findByText('You can’t see this entity’s performance'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Upload report' }),
    ).not.toBeInTheDocument();
  });

  it('teaches how to send a first report where there is none', async () => {
    renderFixtureEntity('newcomer', 'entity-content:performance');

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
    renderFixtureEntity('checkout', 'entity-card:performance');

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
