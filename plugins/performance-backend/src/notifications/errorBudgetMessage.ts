import { ErrorBudgetAction } from '@perf-governance/plugin-performance-common';
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
      ? `${message.split(':')[0]}: the error-budget policy ${policy} ${
          BECAUSE[ended.reason]
        } (${action.rule}).`
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

function wordsOf({ ended }: ErrorBudgetActionRecord) {
  if (!ended) {
    return BEGAN;
  }
  return ended.reason === 'recovered' ? ENDED : GONE;
}

function closes(action: ErrorBudgetAction): boolean {
  return action === 'freeze' || action === 'require-approval';
}
