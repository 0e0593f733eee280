import { FindingStatus } from '../model';

/**
 * A step that a person may take with a finding.
 *
 * @public
 */
export interface FindingTransition {
  to: FindingStatus;
  /** Which permission it takes: to update findings, or to verify them. */
  needs: 'update' | 'verify';
  /** Whether it has to be said why. */
  note: boolean;
}

const DISMISSALS: readonly FindingTransition[] = [
  { to: 'duplicate', needs: 'verify', note: false },
  { to: 'invalid', needs: 'verify', note: true },
];

const REOPENING: FindingTransition = {
  to: 'open',
  needs: 'verify',
  note: true,
};

/** Risk is accepted, and isn't any more, by a waiver: no step leads there or away. */
const TRANSITIONS: Record<FindingStatus, readonly FindingTransition[]> = {
  open: [
    { to: 'in-progress', needs: 'update', note: false },
    { to: 'resolved', needs: 'update', note: false },
    ...DISMISSALS,
  ],
  'in-progress': [
    { to: 'open', needs: 'update', note: false },
    { to: 'resolved', needs: 'update', note: false },
    ...DISMISSALS,
  ],
  resolved: [
    { to: 'verified', needs: 'verify', note: false },
    { to: 'in-progress', needs: 'update', note: true },
    { to: 'open', needs: 'update', note: true },
    ...DISMISSALS,
  ],
  verified: [REOPENING],
  'risk-accepted': [],
  duplicate: [REOPENING],
  invalid: [REOPENING],
};

/**
 * The steps that lead on from a status.
 *
 * @public
 */
export function findingTransitions(
  from: FindingStatus,
): readonly FindingTransition[] {
  return TRANSITIONS[from];
}
