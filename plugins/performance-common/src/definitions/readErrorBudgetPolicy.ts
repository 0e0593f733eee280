import {
  ErrorBudgetAction,
  ErrorBudgetPolicySpec,
  ErrorBudgetRule,
} from '../model';
import { parseQuantity } from '../units';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readDuration } from './readDuration';
import { readScope, WrittenScope } from './readScope';

/** An ErrorBudgetPolicy's spec as users write it, without what the schema refuses. */
export interface WrittenErrorBudgetPolicy extends WrittenScope {
  slos?: string[];
  rules?: WrittenRule[];
}

interface WrittenRule {
  name?: string;
  when?: {
    remainingBelow?: string | number;
    burnRate?: { above?: number; over?: string };
  };
  action?: ErrorBudgetAction;
  except?: string[];
}

export function readErrorBudgetPolicy(
  written: WrittenErrorBudgetPolicy,
  reporter: ProblemReporter,
): ErrorBudgetPolicySpec {
  const { slos, rules = [] } = written;
  const seen = new Set<string>();
  return {
    ...readScope(written, reporter),
    ...(slos && { slos }),
    rules: rules.flatMap((rule, index) => {
      const path = ['spec', 'rules', index];
      if (rule.name !== undefined && seen.has(rule.name)) {
        reporter.error(
          'duplicate-rule',
          [...path, 'name'],
          `There is another rule named '${rule.name}'.`,
        );
      }
      seen.add(rule.name ?? '');
      return readRule(rule, path, reporter) ?? [];
    }),
  };
}

function readRule(
  { name, when = {}, action, except = [] }: WrittenRule,
  path: DocumentPath,
  reporter: ProblemReporter,
): ErrorBudgetRule | undefined {
  const condition: ErrorBudgetRule['when'] = {};
  if (when.remainingBelow !== undefined) {
    condition.remainingBelow = readRemaining(
      when.remainingBelow,
      [...path, 'when', 'remainingBelow'],
      reporter,
    );
  }
  if (when.burnRate) {
    const overSeconds = readDuration(
      when.burnRate.over,
      [...path, 'when', 'burnRate', 'over'],
      reporter,
    );
    const { above } = when.burnRate;
    if (above !== undefined && overSeconds !== undefined) {
      condition.burnRate = { above, overSeconds };
    }
  }
  if (except.length > 0 && (action === 'notify' || action === 'warn')) {
    reporter.warn(
      'except-without-effect',
      [...path, 'except'],
      `The action \`${action}\` closes no gate, so there is nothing that labels could pass.`,
    );
  }
  return name === undefined || action === undefined
    ? undefined
    : { name, when: condition, action, except };
}

/** @returns At least 0 and at most 1, or `undefined` if it is something else. */
function readRemaining(
  written: string | number,
  path: DocumentPath,
  reporter: ProblemReporter,
): number | undefined {
  try {
    return parseQuantity(String(written), 'ratio').value;
  } catch (error) {
    reporter.error(
      'invalid-share',
      path,
      `${error instanceof Error ? error.message : error}.`,
    );
    return undefined;
  }
}
