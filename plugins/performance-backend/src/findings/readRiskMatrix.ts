import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_RISK_MATRIX,
  RISK_GRADES,
  RISK_LEVELS,
  RiskLevel,
  RiskMatrix,
} from '@perf-governance/plugin-performance-common';

const KEY = 'performance.findings.riskMatrix';

/**
 * Five rows, one for each severity, of five risks, one for each likelihood; both lowest first.
 *
 * @throws InputError naming the row that is wrong.
 */
export function readRiskMatrix(config: RootConfigService): RiskMatrix {
  const rows = config.getOptional(KEY);
  if (rows === undefined) {
    return DEFAULT_RISK_MATRIX;
  }
  if (!Array.isArray(rows) || rows.length !== RISK_GRADES.length) {
    throw new InputError(
      `${KEY} needs ${RISK_GRADES.length} rows, one for each severity from ${
        RISK_GRADES[0]
      } to ${RISK_GRADES[RISK_GRADES.length - 1]}`,
    );
  }
  return rows.map((row, index) => {
    if (!Array.isArray(row) || row.length !== RISK_GRADES.length) {
      throw new InputError(
        `${KEY}[${index}] needs ${RISK_GRADES.length} risks, one for each likelihood`,
      );
    }
    return row.map(risk => {
      if (!RISK_LEVELS.includes(risk as RiskLevel)) {
        throw new InputError(
          `${KEY}[${index}] has the risk '${risk}'; known are ${RISK_LEVELS.join(
            ', ',
          )}`,
        );
      }
      return risk as RiskLevel;
    });
  });
}
