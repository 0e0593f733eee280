import {
  formatLabels,
  NotJudged,
} from '@perf-governance/plugin-performance-common';

/** Says which subjects of a rule have no verdict because there are too many of them. */
export function describeNotJudged({ ruleId, count, examples }: NotJudged): {
  ruleId: string;
  message: string;
} {
  const named = examples.map(formatLabels).filter(text => text !== '');
  const rest = count - named.length;
  const list = [...named, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
  return {
    ruleId,
    message: `${count} more subjects of ${ruleId} are not judged, for there are too many: ${list}.`,
  };
}
