import { FINDING_STATUSES, FindingStatus } from '../model';
import { findingTransitions } from './findingTransitions';

/** `+` needs to update, `!` to verify findings; `"` asks for a reason. */
const TABLE: Record<FindingStatus, string> = {
  open: '+in-progress +resolved !duplicate !invalid"',
  'in-progress': '+open +resolved !duplicate !invalid"',
  resolved: '!verified +in-progress" +open" !duplicate !invalid"',
  verified: '!open"',
  'risk-accepted': '',
  duplicate: '!open"',
  invalid: '!open"',
};

describe('findingTransitions', () => {
  it.each(FINDING_STATUSES)('leads on from %s', status => {
    expect(
      findingTransitions(status)
        .map(
          ({ to, needs, note }) =>
            `${needs === 'update' ? '+' : '!'}${to}${note ? '"' : ''}`,
        )
        .join(' '),
    ).toBe(TABLE[status]);
  });
});
