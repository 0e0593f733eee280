import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixturePage } from '../../dev/fixtures';

describe('deleting', () => {
  it.each([
    ['finding', 'F-1', '/performance/findings?finding=1', 'DELETE /findings/1'],
    [
      'review',
      'R-4',
      '/performance/reviews/4?view=activity',
      'DELETE /reviews/4',
    ],
  ])('a %s takes typing its name', async (what, name, path, expected) => {
    const requests = renderFixturePage(path);
    await userEvent.click(
      await screen.findByRole('button', { name: `Delete this ${what}…` }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: `Delete ${name}`,
    });
    const button = within(dialog).getByRole('button', {
      name: 'Delete for good',
    });
    const field = within(dialog).getByLabelText(`Type ${name} to delete it`);
    expect(button).toBeDisabled();
    await userEvent.type(field, name.slice(0, -1));
    expect(button).toBeDisabled();
    await userEvent.type(field, name.slice(-1));
    await userEvent.click(button);
    await waitFor(() => expect(requests).toContain(expected));
    await waitFor(() =>
      expect(
        screen.queryByRole('dialog', { name: `Delete ${name}` }),
      ).toBeNull(),
    );
  });
});
