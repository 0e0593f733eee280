import { ToolVerdict } from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';

/**
 * What the audits `performance-budget` and `timing-budget` say of a `budget.json`. Lighthouse 12
 * dropped both. Their tables hold only how far a row is over its budget; the budget itself is in
 * the settings, and is shown where there is only one it can be.
 */
export function readLighthouseBudgets(
  audits: JsonFields,
  settings: JsonFields | undefined,
): ToolVerdict[] {
  const budgets = settings?.list('budgets') ?? [];
  const budget = budgets.length === 1 ? budgets[0] : undefined;
  const limit = (list: string, key: string, name: string) =>
    budget
      ?.list(list)
      .find(entry => entry.optionalString(key) === name)
      ?.optionalNumber('budget');

  const verdicts: ToolVerdict[] = [];
  for (const row of rowsOf(audits, 'performance-budget')) {
    const type = row.optionalString('resourceType') ?? '';
    const size = limit('resourceSizes', 'resourceType', type);
    const count = limit('resourceCounts', 'resourceType', type);
    if (size !== undefined || row.has('sizeOverBudget') || !budget) {
      verdicts.push({
        metric: `resource-summary:${type}:size`,
        expression:
          size === undefined ? 'size within budget' : `<= ${size} KiB`,
        passed: !row.has('sizeOverBudget'),
      });
    }
    if (count !== undefined || row.has('countOverBudget')) {
      verdicts.push({
        metric: `resource-summary:${type}:count`,
        expression:
          count === undefined ? 'count within budget' : `<= ${count} requests`,
        passed: !row.has('countOverBudget'),
      });
    }
  }
  for (const row of rowsOf(audits, 'timing-budget')) {
    const metric = row.optionalString('metric') ?? '';
    const time = limit('timings', 'metric', metric);
    const unit = metric === 'cumulative-layout-shift' ? '' : ' ms';
    verdicts.push({
      metric,
      expression: time === undefined ? 'within budget' : `<= ${time}${unit}`,
      passed: !row.has('overBudget'),
    });
  }
  return verdicts;
}

function rowsOf(audits: JsonFields, audit: string): JsonFields[] {
  return (
    audits.optionalFields(audit)?.optionalFields('details')?.list('items') ?? []
  );
}
