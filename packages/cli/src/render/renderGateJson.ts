import { compareVerdicts } from '@perf-governance/plugin-performance-common';
import { GateReport } from './GateReport';

/** The gate alone, verdicts worst first: what machines read. */
export function renderGateJson({ result }: GateReport): string {
  const { outcome, verdicts, gate } = result;
  return `${JSON.stringify(
    { outcome, verdicts: [...verdicts].sort(compareVerdicts), gate },
    undefined,
    2,
  )}\n`;
}
