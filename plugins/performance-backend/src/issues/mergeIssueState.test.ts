import {
  FINDING_STATUSES,
  FindingStatus,
} from '@perf-governance/plugin-performance-common';
import { IssueMerge, isSettled, mergeIssueState } from './mergeIssueState';

const open = false;
const closed = true;

describe('mergeIssueState', () => {
  it.each<[string, FindingStatus, boolean, boolean | undefined, IssueMerge]>([
    ['nothing changed', 'open', open, open, {}],
    ['a new issue of an open finding', 'open', open, undefined, {}],
    [
      'a new issue of a resolved finding',
      'resolved',
      open,
      undefined,
      { closeIssue: true },
    ],
    [
      'a linked issue that is closed already',
      'open',
      closed,
      undefined,
      { closeIssue: false },
    ],
    ['the finding was resolved', 'resolved', open, open, { closeIssue: true }],
    [
      'its risk was accepted',
      'risk-accepted',
      open,
      open,
      { closeIssue: true },
    ],
    ['it was called invalid', 'invalid', open, open, { closeIssue: true }],
    ['it was reopened', 'open', closed, closed, { closeIssue: false }],
    [
      'the issue was closed',
      'open',
      closed,
      open,
      { findingStatus: 'resolved' },
    ],
    [
      'the issue was closed while work was going on',
      'in-progress',
      closed,
      open,
      { findingStatus: 'resolved' },
    ],
    ['both were settled', 'resolved', closed, open, {}],
    ['both were reopened', 'open', open, closed, {}],
    [
      'the issue of a resolved finding was reopened',
      'resolved',
      open,
      closed,
      { findingStatus: 'in-progress' },
    ],
    [
      'the issue of a verified finding was reopened',
      'verified',
      open,
      closed,
      { findingStatus: 'open' },
    ],
    [
      'the issue of a duplicate was reopened',
      'duplicate',
      open,
      closed,
      { closeIssue: true },
    ],
  ])(
    'knows what to do where %s',
    (_, status, isClosed, wasClosed, expected) => {
      expect(mergeIssueState(status, isClosed, wasClosed)).toEqual(expected);
    },
  );

  it('always brings both in step', () => {
    for (const status of FINDING_STATUSES) {
      for (const isClosed of [open, closed]) {
        for (const wasClosed of [open, closed, undefined]) {
          const merge = mergeIssueState(status, isClosed, wasClosed);
          expect(isSettled(merge.findingStatus ?? status)).toBe(
            merge.closeIssue ?? isClosed,
          );
        }
      }
    }
  });
});
