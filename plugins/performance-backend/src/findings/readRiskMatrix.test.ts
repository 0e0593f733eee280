import { mockServices } from '@backstage/backend-test-utils';
import { DEFAULT_RISK_MATRIX } from '@perf-governance/plugin-performance-common';
import { readRiskMatrix } from './readRiskMatrix';

const ROW = ['low', 'low', 'medium', 'high', 'critical'];
const KEY = 'performance.findings.riskMatrix';

function read(riskMatrix?: (string | number)[][] | string) {
  return readRiskMatrix(
    mockServices.rootConfig({
      data: { performance: { findings: riskMatrix ? { riskMatrix } : {} } },
    }),
  );
}

describe('readRiskMatrix', () => {
  it('has one of its own', () => {
    expect(read()).toBe(DEFAULT_RISK_MATRIX);
  });

  it('takes another', () => {
    const matrix = [ROW, ROW, ROW, ROW, [...ROW].reverse()];
    expect(read(matrix)).toEqual(matrix);
  });

  it.each([
    ['too few rows', [ROW, ROW], `${KEY} needs 5 rows`],
    ['no rows', 'high', `${KEY} needs 5 rows`],
    [
      'a short row',
      [ROW, ROW, ROW, ROW.slice(1), ROW],
      `${KEY}[3] needs 5 risks`,
    ],
    [
      'a risk that is none',
      [ROW, [...ROW.slice(1), 'severe'], ROW, ROW, ROW],
      `${KEY}[1] has the risk 'severe'; known are low, medium, high, critical`,
    ],
    [
      'a number',
      [ROW, ROW, ROW, ROW, [...ROW.slice(1), 3]],
      `${KEY}[4] has the risk '3'`,
    ],
  ])('refuses %s', (_, matrix, message) => {
    expect(() => read(matrix)).toThrow(message);
  });
});
