import { missingTrust } from './missingTrust';

const LIMITS = {
  daysAtWarn: 14,
  maxFlipRate: 0.1,
  maxDisputeRate: 0.05,
  maxWaiverRate: 0.2,
};
const RECORD = {
  definitionId: 'org/policy/p',
  ruleId: 'check:a',
  title: 'A',
  warnSince: new Date('2026-01-01T00:00:00Z'),
  verdicts: 100,
  flipRate: 0.1,
  disputeRate: 0.05,
  waiverRate: 0.2,
  assessedAt: new Date('2026-01-10T00:00:00Z'),
};
const missing = (changes: Partial<typeof RECORD>, now: string) =>
  missingTrust({ ...RECORD, ...changes }, LIMITS, new Date(now));

describe('missingTrust', () => {
  it('is nothing after 14 days at the limits', () => {
    expect(missing({}, '2026-01-15T00:00:00Z')).toEqual([]);
  });

  it.each([
    [{}, '2026-01-14T23:59:59Z', 'at warn for 13 of 14 days'],
    [{ warnSince: undefined }, '2026-02-01T00:00:00Z', "isn't at warn yet"],
    [{ flipRate: 0.11 }, '2026-02-01T00:00:00Z', '11 %'],
    [{ disputeRate: 0.06 }, '2026-02-01T00:00:00Z', '6 % of its verdicts'],
    [{ waiverRate: 0.25 }, '2026-02-01T00:00:00Z', '25 % of its verdicts'],
  ])('names %j at %s', (changes, now, text) => {
    expect(missing(changes, now)).toEqual([expect.stringContaining(text)]);
  });
});
