import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActionDialog } from './ActionDialog';

describe('ActionDialog', () => {
  it('is closed by its button and by Escape, and not by a click beside it', async () => {
    const onClose = jest.fn();
    await renderInTestApp(
      <ActionDialog
        title="Dismiss this risk"
        intro="It can be taken back."
        action="Dismiss"
        ready
        onAction={async () => undefined}
        onClose={onClose}
      />,
    );
    const dialog = screen.getByRole('dialog', { name: 'Dismiss this risk' });
    await userEvent.click(dialog.parentElement!);
    expect(onClose).not.toHaveBeenCalled();

    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});
