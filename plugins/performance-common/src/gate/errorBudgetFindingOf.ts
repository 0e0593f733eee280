import { GateErrorBudgetAction } from '../model';
import { formatInstant } from '../evaluation/formatInstant';
import { GateFinding } from './gateFindingOf';

/**
 * What an error-budget policy's action means for a gate: `freeze` closes it but for changes with a label
 * that the policy names, `require-approval` until a waiver on the SLO is approved, too.
 *
 * @param changeLabels - Of what is to go through the gate.
 * @returns `undefined` for what a gate has nothing to do with.
 */
export function errorBudgetFindingOf(
  one: GateErrorBudgetAction,
  changeLabels: readonly string[],
): GateFinding | undefined {
  const { action, ruleId, except } = one;
  const finding = (
    code: string,
    remark: string,
    closes?: GateFinding['closes'],
  ): GateFinding => ({
    reason: { code, message: `${describeAction(one)} ${remark}`, ruleId },
    ...(closes && { closes }),
  });
  if (action === 'notify') {
    return undefined;
  }
  if (action === 'warn') {
    return finding('error-budget-low', 'The gate stays open.');
  }
  const label = except.find(name => changeLabels.includes(name));
  if (label !== undefined) {
    return finding(
      'excepted',
      `The change is labelled ${label}, which passes.`,
    );
  }
  const labels =
    except.length > 0 ? `, or a label: ${except.join(' or ')}` : '';
  if (action === 'freeze') {
    return finding(
      'frozen',
      except.length > 0
        ? `Only changes labelled ${except.join(' or ')} pass.`
        : 'No change passes.',
      'failed',
    );
  }
  return one.approved
    ? finding('approved', 'A waiver on the SLO is approved.')
    : finding(
        'approval-required',
        `A change needs an approved waiver on the SLO${labels}.`,
        'failed',
      );
}

const ASKS = {
  notify: 'tells the owner',
  warn: 'warns',
  'require-approval': 'asks for approval',
  freeze: 'freezes changes',
} as const;

/** `Availability in production: error budget overspent by 12 %. The error-budget policy default freezes changes (rule spent).` */
function describeAction({
  message,
  definitionId,
  rule,
  action,
  since,
}: GateErrorBudgetAction): string {
  const policy = definitionId.slice(definitionId.lastIndexOf('/') + 1);
  return `${message}. The error-budget policy ${policy} ${
    ASKS[action]
  } (${rule}, since ${formatInstant(since)}).`;
}
