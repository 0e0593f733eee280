import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixtureEntity } from '../../dev/fixtures';

const tab = 'entity-content:performance';

/** Opens the details of the first verdict. */
async function openDetails() {
  await userEvent.click(
    (
      await screen.findAllByRole('button', {
        name: 'checkout · p95 response time',
      })
    )[0],
  );
  return screen.findByRole('dialog', { name: 'Budget details' });
}

describe('where an entity stands', () => {
  it('leads with the level, what blocks when, and the next steps', async () => {
    renderFixtureEntity('checkout', tab);

    expect(await screen.findByText('Silver')).toBeVisible();
    expect(
      await screen.findByRole('img', {
        name: /^Score of the last 90 days: 40/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('2 failures block now')).toBeVisible();
    expect(screen.getByText(/^Blocks in 9 days/)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'To reach Gold' }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: 'Guide to Capacity plan for the next peak',
      }),
    ).toHaveAttribute('href', '/performance/guides/capacity-plan');
  });

  it('shows each level’s rules, and takes an answer to what is asked', async () => {
    const requests = renderFixtureEntity('checkout', tab);
    await userEvent.click(
      await screen.findByRole('link', { name: 'Scorecards' }),
    );

    const gold = await screen.findByRole('region', { name: 'Gold' });
    expect(gold).toHaveTextContent('0 of 1');
    await userEvent.click(
      await within(gold).findByRole('button', {
        name: 'Answer: Capacity plan for the next peak',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Capacity plan for the next peak',
    });
    const sign = within(dialog).getByRole('button', { name: 'Sign' });
    expect(sign).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'No, not yet' }),
    );
    // A no says what is missing.
    expect(sign).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /What is missing/ }),
      'The load model',
    );
    await userEvent.click(sign);

    expect(requests).toContainEqual(
      'PUT /entities/component/default/checkout/attestations/capacity-plan',
    );
  });

  it('requests a waiver from a failing verdict’s details', async () => {
    const requests = renderFixtureEntity('checkout', tab);
    const details = await openDetails();
    await userEvent.click(
      await within(details).findByRole('button', { name: 'Request waiver' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Request a waiver',
    });
    const request = within(dialog).getByRole('button', {
      name: 'Request waiver',
    });
    expect(request).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'The index is rebuilt next week.',
    );
    const cap = within(dialog).getByRole('textbox', { name: 'Cap' });
    await userEvent.type(cap, '400 ms');
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      '412 ms today is above the cap of 400 ms: it would fail at once.',
    );
    await userEvent.clear(cap);
    await userEvent.type(cap, '450 ms');
    expect(within(dialog).queryByRole('alert')).not.toBeInTheDocument();
    await userEvent.click(request);

    expect(requests).toContainEqual('POST /waivers');
  });

  it('breaks the glass for a reason, for some hours', async () => {
    const requests = renderFixtureEntity('checkout', tab);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Break the glass' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Break the glass',
    });
    const open = within(dialog).getByRole('button', { name: 'Open the gate' });
    expect(open).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'Fixing the payment outage.',
    );
    const hours = within(dialog).getByRole('spinbutton', { name: /^Hours/ });
    await userEvent.clear(hours);
    await userEvent.type(hours, '48');
    expect(open).toBeDisabled();
    await userEvent.clear(hours);
    await userEvent.type(hours, '4');
    await userEvent.click(open);

    expect(requests).toContainEqual(
      'POST /entities/component/default/checkout/break-glass',
    );
    const notice = await screen.findByText(/^The gate is open/);
    expect(notice.parentElement).toHaveTextContent(
      /by .*: Fixing the payment outage\.$/,
    );
    // What is about to block is as true as before.
    expect(screen.getByText(/^Blocks in 9 days/)).toBeVisible();
  });
});
