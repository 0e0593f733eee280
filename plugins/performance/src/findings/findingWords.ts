import {
  FindingBindingStatus,
  FindingChangeOutcome,
} from '@perf-governance/plugin-performance-react';

/** `4 of 14 days green`, `14 days green`. */
export function describeGreenDays(
  binding: Pick<FindingBindingStatus, 'green' | 'greenDays'>,
): string {
  const { green, greenDays } = binding;
  if (green.count >= greenDays) {
    return `${green.count} ${green.count === 1 ? 'day' : 'days'} green`;
  }
  return `${green.count} of ${greenDays} ${
    greenDays === 1 ? 'day' : 'days'
  } green`;
}

/** `One finding`, `12 findings`. */
export function findingCount(count: number): string {
  return count === 1 ? 'one finding' : `${count.toLocaleString('en')} findings`;
}

/** What became of findings that were changed together, in a sentence. */
export function describeOutcomes(outcomes: FindingChangeOutcome[]): string {
  const count = (outcome: FindingChangeOutcome['outcome']) =>
    outcomes.filter(one => one.outcome === outcome).length;
  const unchanged = count('unchanged');
  return [
    `${count('changed')} changed.`,
    ...(unchanged > 0 ? [`${unchanged} were so already.`] : []),
    ...outcomes
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ id, message }) => `F-${id} was not: ${message}`),
  ].join(' ');
}
