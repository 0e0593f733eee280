import { RISK_GRADES, RISK_LEVELS } from '../model';
import { DEFAULT_RISK_MATRIX, riskOf } from './riskOf';

describe('riskOf', () => {
  it.each([
    ['very-low', 'very-low', 'low'],
    ['very-low', 'very-high', 'medium'],
    ['medium', 'medium', 'medium'],
    ['high', 'very-high', 'critical'],
    ['very-high', 'very-low', 'medium'],
    ['very-high', 'high', 'critical'],
  ] as const)('calls %s at %s %s', (severity, likelihood, expected) => {
    expect(riskOf(severity, likelihood)).toBe(expected);
  });

  it('takes another matrix', () => {
    const matrix = DEFAULT_RISK_MATRIX.map(row =>
      row.map(() => 'high' as const),
    );
    expect(riskOf('very-low', 'very-low', matrix)).toBe('high');
  });

  it('never falls with rising severity or likelihood', () => {
    const rank = (row: number, column: number) =>
      RISK_LEVELS.indexOf(riskOf(RISK_GRADES[row], RISK_GRADES[column]));
    for (let row = 0; row < 5; row += 1) {
      for (let column = 0; column < 4; column += 1) {
        expect(rank(row, column + 1)).toBeGreaterThanOrEqual(rank(row, column));
        expect(rank(column + 1, row)).toBeGreaterThanOrEqual(rank(column, row));
      }
    }
  });
});
