import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';

/** Refuses a summary of too many parts before any of them is looked at. */
export function checkSeriesCount(
  count: number,
  source: { tool: string; format: string },
  limits: ReportLimits,
): void {
  if (count > limits.maxLabelSets) {
    throw new ReportLimitError({
      ...source,
      reason: `the summary has ${count} entries (are there ids in request names?)`,
      limit: 'maxLabelSets',
      limitValue: limits.maxLabelSets,
    });
  }
}
