import { Verdict } from '@perf-governance/plugin-performance-common';
import { GateReport } from './GateReport';
import { statisticWords, subjectWords, valueAndLimit } from './verdictWords';

/** One line that tells a verdict from all others: `API latency, p95 of … (endpoint=POST /pay)`. */
export function verdictName(verdict: Verdict): string {
  const subject = subjectWords(verdict);
  return `${verdict.title}, ${statisticWords(verdict)}${
    subject ? ` (${subject})` : ''
  }`;
}

/** Why a verdict is what it is, in a sentence. */
export function verdictMessage(verdict: Verdict): string {
  if (verdict.reason) {
    return `${verdictName(verdict)}: ${verdict.reason.message}`;
  }
  const { value, limit } = valueAndLimit(verdict);
  return limit === ''
    ? `${verdictName(verdict)} is ${value}.`
    : `${verdictName(verdict)} is ${value}; the limit is ${limit}.`;
}

/** Whether missing evidence closes the gate. */
export function missingEvidenceBlocks({ result }: GateReport): boolean {
  return result.outcome !== 'pass' && result.outcome !== 'warn';
}
