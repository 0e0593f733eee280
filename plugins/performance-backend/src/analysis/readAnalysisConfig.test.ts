import { ConfigReader } from '@backstage/config';
import { DEFAULT_ANALYSIS_OPTIONS } from '@perf-governance/plugin-performance-common';
import { readAnalysisConfig } from './readAnalysisConfig';

function read(analysis: object) {
  return readAnalysisConfig(new ConfigReader({ performance: { analysis } }));
}

describe('the thresholds of the analysis', () => {
  it('have defaults', () => {
    expect(readAnalysisConfig(new ConfigReader({}))).toEqual(
      DEFAULT_ANALYSIS_OPTIONS,
    );
  });

  it('are set one by one', () => {
    expect(read({ fanOut: 30, hotTier: 0, databaseTypes: ['rds'] })).toEqual({
      ...DEFAULT_ANALYSIS_OPTIONS,
      fanOut: 30,
      hotTier: 0,
      databaseTypes: ['rds'],
    });
  });

  it.each([
    ['fanOut', 0],
    ['chainCalls', -1],
    ['sharedDatabaseOwners', 1],
    ['levelShortfall', -0.1],
  ])('refuse %s: %d', (key, value) => {
    expect(() => read({ [key]: value })).toThrow(
      `performance.analysis.${key} is ${value}`,
    );
  });
});
