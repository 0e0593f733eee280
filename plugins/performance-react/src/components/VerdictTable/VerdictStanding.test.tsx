import { render, screen } from '@testing-library/react';
import { RunVerdict } from '../../api';
import { VerdictStanding } from './VerdictStanding';

const YEAR = new Date().getFullYear();

function renderStanding(
  changes: Partial<Pick<RunVerdict, 'state' | 'waiver' | 'enforcement'>>,
) {
  const { container } = render(
    <VerdictStanding
      verdict={{
        state: 'fail',
        enforcement: { stage: 'block', requireEvidence: true, story: [] },
        ...changes,
      }}
    />,
  );
  return container;
}

describe('VerdictStanding', () => {
  it('tells what comes of a failure', () => {
    expect(renderStanding({})).toHaveTextContent('FailBlocks');
  });

  it('tells when that changes', () => {
    const next = {
      stage: 'block',
      at: `${YEAR}-03-01T12:00:00Z`,
      definitionId: 'org/policy/p',
    } as const;
    expect(
      renderStanding({
        enforcement: { stage: 'warn', requireEvidence: true, story: [], next },
      }),
    ).toHaveTextContent('FailWarnsblocks from 1 Mar');
  });

  it('keeps the state of what is waived, and tells until when and how far', () => {
    renderStanding({
      waiver: {
        id: '1',
        until: `${YEAR}-03-01T12:00:00Z`,
        cap: { operator: '<=', value: 450, unit: 'ms' },
        exceeded: false,
      },
    });
    expect(screen.getByText('Fail')).toBeVisible();
    expect(
      screen.getByText('waived until 1 Mar, fails above 450 ms'),
    ).toBeVisible();
    expect(screen.queryByText('Blocks')).not.toBeInTheDocument();
  });

  it('says nothing more of what passes', () => {
    expect(renderStanding({ state: 'pass' }).textContent).toBe('Pass');
  });
});
