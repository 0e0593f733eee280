import { FindingStatus } from '@perf-governance/plugin-performance-common';
import { statusStep } from './statusSteps';

describe('statusStep', () => {
  it.each<[FindingStatus, FindingStatus, string, string]>([
    ['open', 'in-progress', 'Start work', 'next'],
    ['open', 'resolved', 'Resolve', ''],
    ['open', 'invalid', 'Mark as invalid', 'with a reason'],
    ['in-progress', 'open', 'Stop work', ''],
    ['in-progress', 'resolved', 'Resolve', 'next'],
    ['resolved', 'verified', 'Verify', 'next'],
    ['resolved', 'open', 'Reopen', 'with a reason'],
    ['resolved', 'in-progress', 'Start work', 'with a reason'],
    ['verified', 'open', 'Reopen', 'with a reason'],
    ['duplicate', 'open', 'Reopen', ''],
  ])('from %s to %s: %s %s', (from, to, action, how) => {
    expect(statusStep({ status: from }, to)).toMatchObject({
      status: to,
      action,
      forward: how === 'next',
      needsNote: how === 'with a reason',
    });
  });

  it('leaves accepting a risk to waivers', () => {
    expect(statusStep({ status: 'open' }, 'risk-accepted')).toBeUndefined();
  });
});
