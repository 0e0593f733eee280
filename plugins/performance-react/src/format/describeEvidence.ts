import { Evidence } from '../api';

const TOOL_NAMES: Record<string, string> = {
  jmeter: 'JMeter',
  lighthouse: 'Lighthouse',
};

/**
 * A tool's own spelling.
 *
 * @public
 */
export function toolName(tool: string): string {
  return TOOL_NAMES[tool] ?? tool;
}

/**
 * How a verdict's value was computed, in one sentence.
 *
 * @public
 */
export function describeEvidence(
  statistic: string,
  evidence: Pick<Evidence, 'quantileMethod' | 'samples' | 'tool'>,
): string {
  const over =
    evidence.samples === undefined
      ? ''
      : ` over ${evidence.samples.toLocaleString('en')} ${
          evidence.samples === 1 ? 'value' : 'values'
        }`;
  if (!/^p\d/.test(statistic)) {
    return `The ${statistic}${over}, from a ${toolName(evidence.tool)} report.`;
  }
  switch (evidence.quantileMethod) {
    case 'exact':
      return `The ${statistic} is exact (nearest rank)${over}.`;
    case 'ddsketch':
      return `The ${statistic} comes from a DDSketch${over}; it is within 1 % of the true value.`;
    default:
      return `The ${statistic} is the one ${toolName(
        evidence.tool,
      )} printed${over}; it can’t be recomputed.`;
  }
}
