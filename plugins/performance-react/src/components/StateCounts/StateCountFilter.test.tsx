import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StateCountFilter } from './StateCountFilter';

const counts = {
  fail: 2,
  warn: 1,
  'no-data': 3,
  pass: 1400,
  'not-applicable': 0,
};

describe('StateCountFilter', () => {
  it('shows all five states, worst first, also where there are none', () => {
    render(
      <StateCountFilter counts={counts} chosen={[]} onChange={jest.fn()} />,
    );

    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual(['2 Fail', '1 Warn', '3 No data', '1,400 Pass', '0 N/A']);
  });

  it('adds a state to the filter, and takes it off again', async () => {
    const onChange = jest.fn();
    const { rerender } = render(
      <StateCountFilter
        counts={counts}
        chosen={['warn']}
        onChange={onChange}
      />,
    );

    await userEvent.click(screen.getByRole('button', { name: '2 Fail' }));
    expect(onChange).toHaveBeenLastCalledWith(['warn', 'fail']);

    rerender(
      <StateCountFilter
        counts={counts}
        chosen={['warn', 'fail']}
        onChange={onChange}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: '1 Warn' }));
    expect(onChange).toHaveBeenLastCalledWith(['fail']);
  });
});

describe('the count of what is waived', () => {
  it('is apart from the states, which include it', async () => {
    const onChange = jest.fn();
    render(
      <StateCountFilter
        counts={counts}
        chosen={[]}
        onChange={jest.fn()}
        waived={{ count: 1, chosen: false, onChange }}
      />,
    );

    const waived = screen.getByRole('button', { name: '1 Waived' });
    expect(waived).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(waived);
    expect(onChange).toHaveBeenCalledWith(true);
  });
});
