import { render, screen } from '@testing-library/react';
import { ProblemList } from './ProblemList';

const PROBLEM = {
  file: 'slo.yaml',
  line: 7,
  column: 3,
  severity: 'warning',
  rule: 'unknown-field',
  message: "Unknown field 'owner'.",
} as const;

describe('ProblemList', () => {
  it.each([
    ['sdk', 'a rule of the SDK'],
    ['governance', 'a rule of ours'],
  ] as const)('says whose rule it is: %s', (source, words) => {
    render(<ProblemList problems={[{ ...PROBLEM, source }]} />);

    expect(screen.getByRole('listitem')).toHaveTextContent(
      `Warningslo.yaml:7:3unknown-field${words}Unknown field 'owner'.`,
    );
  });

  it('says no more where there is one language only', () => {
    render(<ProblemList problems={[PROBLEM]} hideFile />);

    expect(screen.getByRole('listitem')).toHaveTextContent(
      "Warningline 7, column 3unknown-fieldUnknown field 'owner'.",
    );
  });
});
