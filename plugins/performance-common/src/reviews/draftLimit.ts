import { InputError } from '@backstage/errors';
import { getMetric, isCustomMetric, statisticUnit } from '../metrics';
import { ReviewDraft } from '../model';
import { ratioOfPercent } from '../openslo/ratioOfPercent';
import { parseLimit } from '../units';

type BudgetDraft = Extract<ReviewDraft, { type: 'budget' }>;

/** The limit of the budget that a number answered becomes a draft of, as definitions write it. */
export function draftLimit(draft: BudgetDraft, number: number): string {
  return `${draft.operator} ${number}${draft.unit ? ` ${draft.unit}` : ''}`;
}

/** The target of the SLO that a number answered becomes a draft of, as a ratio. */
export function draftTarget(number: number): number {
  return ratioOfPercent(number);
}

/**
 * Why no definition can be made of a number.
 *
 * @returns `undefined` if one can.
 */
export function draftProblem(
  draft: ReviewDraft,
  number: number,
): string | undefined {
  if (draft.type === 'slo') {
    return number >= 0 && number < 100
      ? undefined
      : 'the target of an SLO is at least 0 and less than 100 %';
  }
  const metric = getMetric(draft.metric);
  try {
    parseLimit(
      draftLimit(draft, number),
      metric && !isCustomMetric(metric.name)
        ? statisticUnit(metric, draft.statistic)
        : undefined,
    );
    return undefined;
  } catch (error) {
    return error instanceof InputError ? error.message : String(error);
  }
}
