import { Verdict } from '../model';

/**
 * Whether a verdict that would count against its entity is waived: it failed or has no data, and its
 * waiver's cap, if there is one, isn't exceeded.
 *
 * @public
 */
export function isWaived(verdict: Pick<Verdict, 'state' | 'waiver'>): boolean {
  return (
    (verdict.state === 'fail' || verdict.state === 'no-data') &&
    verdict.waiver !== undefined &&
    !verdict.waiver.exceeded
  );
}
