import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { Goal, RollupCounts } from '../../api';
import { GoalHeadline } from './GoalHeadline';

function counts(within: number, total: number, waived = 0): RollupCounts {
  return {
    states: {
      pass: within,
      warn: 0,
      fail: 2,
      'no-data': total - within - 2,
      'not-applicable': 0,
    },
    waived,
    total,
    within,
  };
}

function renderGoal(changes: Partial<Goal>) {
  render(
    <MemoryRouter>
      <GoalHeadline
        goal={{
          title: 'Tier-1 journeys within budget',
          now: counts(19, 24),
          then: { day: '2026-08-24', counts: counts(21, 24) },
          target: 0.95,
          met: false,
          ...changes,
        }}
        links={{ holding: '/holding', noData: '/no-data', waived: '/waived' }}
      />
    </MemoryRouter>,
  );
}

describe('GoalHeadline', () => {
  beforeAll(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T23:00:00Z') });
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  it('tells what is reached, what was, and what isn’t known', () => {
    renderGoal({});

    expect(
      screen.getByRole('heading', {
        name: 'Tier-1 journeys within budget: 19 of 24',
      }),
    ).toBeVisible();
    expect(screen.getByText(/^was 21 ninety days ago/)).toHaveTextContent(
      'was 21 ninety days ago; 3 without evidence',
    );
    expect(
      screen.getByRole('link', { name: '3 without evidence' }),
    ).toHaveAttribute('href', '/no-data');
    expect(screen.getByRole('img')).toHaveAccessibleName('79 %; goal 95 %');
  });

  it('names the denominator of then where it was another', () => {
    renderGoal({ then: { day: '2026-08-24', counts: counts(6, 8) } });
    expect(screen.getByText(/was 6 of 8 ninety days ago/)).toBeVisible();
  });

  it('shows the waived apart, as failing', () => {
    renderGoal({ now: counts(19, 24, 1) });
    expect(
      screen.getByRole('link', { name: '1 waived, counted as failing' }),
    ).toHaveAttribute('href', '/waived');
  });

  it('says when the goal is reached', () => {
    renderGoal({ now: counts(24, 24), met: true });
    expect(screen.getByText(/; the goal is reached/)).toBeVisible();
  });
});
