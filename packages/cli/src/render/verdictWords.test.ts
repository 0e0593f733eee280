import { FindingVerdict } from '@perf-governance/plugin-performance-common';
import { limitCells, statisticWords, verdictMessage } from './verdictWords';

const FINDING: FindingVerdict = {
  ruleId: 'finding:17',
  kind: 'finding',
  definitionName: 'F-17',
  title: 'Orders lack an index',
  area: 'findings',
  subject: {
    entityRef: 'component:default/checkout',
    environment: '*',
    labels: {},
  },
  state: 'fail',
  reason: { code: 'open', message: 'Its risk is high.' },
  limit: {},
  story: [],
  confirm: 1,
  enforcement: { stage: 'block', requireEvidence: true, story: [] },
  finding: {
    findingId: '17',
    category: 'missing-index',
    risk: 'high',
    status: 'open',
  },
};

describe('words for a finding', () => {
  it('name it by its number, without value or limit', () => {
    expect(statisticWords(FINDING)).toBe('finding F-17');
    expect(limitCells(FINDING)).toEqual({ value: '', limit: '', setBy: '' });
    expect(verdictMessage(FINDING)).toBe(
      'Orders lack an index, finding F-17: Its risk is high.',
    );
  });

  it('say that it is verified', () => {
    const { reason: _, ...verified } = FINDING;
    expect(verdictMessage({ ...verified, state: 'pass' })).toBe(
      'Orders lack an index, finding F-17 is verified.',
    );
  });
});
