import { RISK_GRADES, RiskGrade, RiskLevel, RiskMatrix } from '../model';

/**
 * The risk of findings where nothing else is configured: rows are severities, columns likelihoods, both lowest first.
 * Risk rises with either, and what is very severe is never low.
 *
 * @public
 */
export const DEFAULT_RISK_MATRIX: RiskMatrix = [
  ['low', 'low', 'low', 'low', 'medium'],
  ['low', 'low', 'medium', 'medium', 'medium'],
  ['low', 'medium', 'medium', 'high', 'high'],
  ['medium', 'medium', 'high', 'high', 'critical'],
  ['medium', 'high', 'high', 'critical', 'critical'],
];

/**
 * The risk of something that severe and that likely.
 *
 * @param matrix - 5 × 5; {@link DEFAULT_RISK_MATRIX} unless given.
 * @public
 */
export function riskOf(
  severity: RiskGrade,
  likelihood: RiskGrade,
  matrix: RiskMatrix = DEFAULT_RISK_MATRIX,
): RiskLevel {
  return matrix[RISK_GRADES.indexOf(severity)][RISK_GRADES.indexOf(likelihood)];
}
