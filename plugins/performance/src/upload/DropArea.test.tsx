import { fireEvent, render, screen } from '@testing-library/react';
import { DropArea } from './DropArea';

const report = new File(['{}'], 'summary.json');
const dataTransfer = { types: ['Files'], files: { item: () => report } };

function drop(disabled: boolean) {
  const onDrop = jest.fn();
  render(
    <DropArea disabled={disabled} onDrop={onDrop}>
      <p>Budgets</p>
    </DropArea>,
  );
  const target = screen.getByText('Budgets');
  fireEvent.dragEnter(target, { dataTransfer });
  return {
    onDrop,
    overlay: screen.getByText(/report/).textContent,
    // The browser leaves the page for a dropped file unless both are prevented.
    staysOnPage:
      !fireEvent.dragOver(target, { dataTransfer }) &&
      !fireEvent.drop(target, { dataTransfer }),
  };
}

describe('DropArea', () => {
  it('takes a file', () => {
    const { onDrop, overlay, staysOnPage } = drop(false);
    expect(overlay).toBe('Drop the report to preview it');
    expect(staysOnPage).toBe(true);
    expect(onDrop).toHaveBeenCalledWith(report);
  });

  it('says why it takes none, and keeps the page', () => {
    const { onDrop, overlay, staysOnPage } = drop(true);
    expect(overlay).toBe('You may not upload reports for this entity');
    expect(staysOnPage).toBe(true);
    expect(onDrop).not.toHaveBeenCalled();
  });
});
