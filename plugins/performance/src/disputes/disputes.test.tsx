import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

describe('disputes', () => {
  it('are listed with their verdict, and settled with an outcome and a note', async () => {
    const requests = renderFixturePage('/performance/waivers?view=disputes');

    const table = await screen.findByRole('table', { name: 'Disputes' });
    const verdict = await within(table).findByRole('link', {
      name: 'checkout · Journey response time',
    });
    expect(verdict.getAttribute('href')).toContain('verdict=verdict-0');
    expect(table).toHaveTextContent('The test ran during the outage.');

    await userEvent.click(
      within(table).getByRole('button', {
        name: 'Settle: Journey response time of checkout',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Settle this dispute',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Settle' });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Note/ }),
      'The run is marked invalid',
    );
    expect(confirm).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('radio', { name: /^Upheld/ }),
    );
    await userEvent.click(confirm);

    await waitFor(() =>
      expect(requests).toContain('POST /disputes/1/resolution'),
    );
  });
});
