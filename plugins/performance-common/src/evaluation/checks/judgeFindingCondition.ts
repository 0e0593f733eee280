import { FindingCondition, FindingFact } from '../../model';
import { findingOverdueAt } from '../../findings/findingOverdueAt';
import { isFindingOpen } from '../../findings/isFindingOpen';
import { matchesFinding } from '../selectsRule';
import { CheckOutcome, outcomeOf } from './CheckOutcome';

const NAMED = 3;

/**
 * Judges a check on the findings that affect the entity.
 *
 * @param findings - Absent where nothing is known of them.
 * @param now - Milliseconds.
 */
export function judgeFindingCondition(
  condition: FindingCondition,
  findings: readonly FindingFact[] | undefined,
  now: number,
): CheckOutcome {
  if (!findings) {
    return outcomeOf(
      'no-data',
      'not-known',
      'Which findings there are isn’t known here.',
    );
  }
  const found = findings.filter(finding => isUnwanted(condition, finding, now));
  if (found.length === 0) {
    return { state: 'pass' };
  }
  const named = found
    .slice(0, NAMED)
    .map(({ findingId, title }) => `F-${findingId} ${title}`);
  const rest = found.length - NAMED;
  return outcomeOf(
    'fail',
    'open-findings',
    `${found.length} ${found.length === 1 ? 'finding is' : 'findings are'} ${
      condition.overdue ? 'overdue' : 'open'
    }: ${[...named, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')}.`,
  );
}

function isUnwanted(
  condition: FindingCondition,
  finding: FindingFact,
  now: number,
): boolean {
  const { status, dueDate } = finding;
  const isOpen =
    isFindingOpen(finding) ||
    (condition.countAccepted === true && status === 'risk-accepted');
  return (
    isOpen &&
    matchesFinding(condition, finding) &&
    (!condition.overdue ||
      (dueDate !== undefined && findingOverdueAt(dueDate) <= now))
  );
}
