import {
  ErrorBudgetAction,
  SloAdjustmentNote,
} from '@perf-governance/plugin-performance-common';
import {
  ErrorBudgetActionEnd,
  ErrorBudgetActionRecord,
} from '../errorBudgets/ErrorBudgetActionStore';
import { entityLink } from './links';
import { NotificationMessage } from './Outbox';
import { entityName, listed, sentences, titled } from './words';

const BEGAN: Record<ErrorBudgetAction, (name: string) => string> = {
  notify: name => `The error budget of ${name} is running out`,
  warn: name => `The error budget of ${name} is running out`,
  'require-approval': name => `Changes to ${name} need an approval`,
  freeze: name => `Changes to ${name} are frozen`,
};

const ENDED: Record<ErrorBudgetAction, (name: string) => string> = {
  notify: name => `The error budget of ${name} has recovered`,
  warn: name => `The error budget of ${name} has recovered`,
  'require-approval': name => `Changes to ${name} need no approval any more`,
  freeze: name => `Changes to ${name} are no longer frozen`,
};

const ADJUSTED: Record<ErrorBudgetAction, (name: string) => string> = {
  ...ENDED,
  notify: name => `The error budget of ${name} was adjusted`,
  warn: name => `The error budget of ${name} was adjusted`,
};

const GONE: Record<ErrorBudgetAction, (name: string) => string> = {
  ...ENDED,
  notify: name => `A policy on the error budget of ${name} has ended`,
  warn: name => `A policy on the error budget of ${name} has ended`,
};

const SEVERITIES: Record<ErrorBudgetAction, NotificationMessage['severity']> = {
  notify: 'normal',
  warn: 'normal',
  'require-approval': 'high',
  freeze: 'high',
};

const BECAUSE: Record<ErrorBudgetActionEnd, string> = {
  recovered: 'no longer calls for it',
  adjusted: 'no longer calls for it',
  changed: 'asks for something else now',
  gone: 'or the SLO is gone',
};

const SHOWN_LABELS = 5;

/** Tells an entity's owners that an error-budget policy asks for something, or doesn't any more. */
export function errorBudgetMessage(
  action: ErrorBudgetActionRecord,
): NotificationMessage {
  const { id, entityRef, message, ended, except } = action;
  const name = entityName(entityRef);
  const policy = action.definitionId.slice(
    action.definitionId.lastIndexOf('/') + 1,
  );
  const words = wordsOf(action);
  return {
    type: 'notification',
    key: `error-budget-action:${id}:${ended ? 'ended' : 'began'}`,
    to: { ownersOf: [entityRef] },
    topic: 'error-budgets',
    title: titled(words[action.action](name)),
    description: ended
      ? sentences([
          `${message.split(':')[0]}: the error-budget policy ${policy} ${
            BECAUSE[ended.reason]
          } (${action.rule})`,
          adjusted(ended.adjustments),
        ])
      : sentences([
          message,
          `Error-budget policy ${policy} (${action.rule})`,
          closes(action.action) && except.length > 0
            ? `Changes labelled ${listed(except, SHOWN_LABELS)} pass`
            : undefined,
        ]),
    link: entityLink(entityRef),
    severity: ended ? 'low' : SEVERITIES[action.action],
  };
}

/** By which adjustment, and by whose. */
function adjusted(adjustments: SloAdjustmentNote[] = []): string | undefined {
  const newest = adjustments.at(-1);
  if (!newest) {
    return undefined;
  }
  const others =
    adjustments.length > 1
      ? `, and by ${adjustments.length - 1} more before`
      : '';
  return `Time was taken out of the SLO by adjustment ${newest.id} of ${newest.createdBy}${others}: ${newest.reason}`;
}

function wordsOf({ ended }: ErrorBudgetActionRecord) {
  if (!ended) {
    return BEGAN;
  }
  switch (ended.reason) {
    case 'recovered':
      return ENDED;
    case 'adjusted':
      return ADJUSTED;
    default:
      return GONE;
  }
}

function closes(action: ErrorBudgetAction): boolean {
  return action === 'freeze' || action === 'require-approval';
}
