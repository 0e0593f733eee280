import {
  formatInstant,
  GateErrorBudgetAction,
  resolveEntityRules,
} from '@perf-governance/plugin-performance-common';
import { Knowledge } from './Knowledge';

/** What error-budget policies mean for a gate, without a server. */
export interface ErrorBudgetsOffline {
  actions: GateErrorBudgetAction[];
  /** Policies of which nobody knows here what they ask for. */
  notJudged: { ruleId: string; message: string }[];
}

/**
 * Takes what error-budget policies asked for when it was pulled; without that, those that may close the
 * gate aren't judged.
 */
export function errorBudgetsOffline({
  definitions,
  errorBudgetActions: pulled,
  subject,
}: Knowledge): ErrorBudgetsOffline {
  if (pulled) {
    const asOf = formatInstant(pulled.pulledAt.toISOString());
    return {
      actions: pulled.actions.map(action => ({
        ...action,
        message: `As of ${asOf}: ${action.message}`,
      })),
      notJudged: [],
    };
  }
  const { slos, errorBudgetPolicies } = resolveEntityRules(
    definitions,
    subject,
  );
  const closing = errorBudgetPolicies.filter(({ spec }) =>
    spec.rules.some(
      ({ action }) => action === 'freeze' || action === 'require-approval',
    ),
  );
  return {
    actions: [],
    notJudged:
      slos.length === 0
        ? []
        : closing.map(({ id, metadata: { name, title = name } }) => ({
            ruleId: id,
            message: `The error-budget policy ${title} is not judged: how error budgets stand is only known to the server.`,
          })),
  };
}
