import { ErrorBudgetAction } from '@perf-governance/plugin-performance-common';
import { ErrorBudgetActionRecord } from '@perf-governance/plugin-performance-react';

/** What an error-budget policy's action is called. */
export const ACTION_WORDS: Record<ErrorBudgetAction, string> = {
  freeze: 'Changes are frozen',
  'require-approval': 'Changes need approval',
  warn: 'The gate warns',
  notify: 'The owner is told',
};

const CONSEQUENCES: Record<ErrorBudgetAction, string> = {
  freeze: 'The gate lets no change through',
  'require-approval':
    'The gate lets a change through once a waiver on this SLO is approved',
  warn: 'The gate stays open, and says so',
  notify: 'The gate stays open',
};

export const END_WORDS: Record<
  NonNullable<ErrorBudgetActionRecord['ended']>['reason'],
  string
> = {
  recovered: 'the budget recovered',
  adjusted: 'time was taken out of the SLO',
  changed: 'the policy asks for something else',
  gone: 'the policy or the SLO is gone',
};

/** What an action means for whoever wants to release: `The gate lets no change through, but for those labelled security.` */
export function describeConsequence({
  action,
  except,
}: Pick<ErrorBudgetActionRecord, 'action' | 'except'>): string {
  const passing =
    except.length > 0 ? `, but for those labelled ${listOf(except)}` : '';
  return `${CONSEQUENCES[action]}${passing}.`;
}

function listOf(labels: string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(labels);
}
