import {
  BudgetVerdict,
  CheckVerdict,
  FindingVerdict,
  SloVerdict,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';

/**
 * What many verdicts share, and none changes without a definition or a waiver changing, or data going
 * missing.
 */
export type Explanation = Pick<
  Verdict,
  | 'definitionName'
  | 'title'
  | 'limit'
  | 'story'
  | 'reason'
  | 'confirm'
  | 'enforcement'
  | 'waiver'
> & {
  check?: CheckVerdict['check'];
  slo?: SloVerdict['slo'];
  finding?: FindingVerdict['finding'];
  measured?: BudgetVerdict['measured'];
};

export interface ExplanationRow {
  id: number;
  hash: string;
  essence: string;
  title: string;
  definition_name: string;
  body: string;
}

export function explanationRow(verdict: Verdict): Omit<ExplanationRow, 'id'> {
  const { definitionName, title, limit, story, reason, confirm } = verdict;
  const { enforcement, waiver } = verdict;
  const explanation: Explanation = {
    definitionName,
    title,
    limit,
    story,
    reason,
    confirm,
    enforcement,
    waiver,
    check: verdict.kind === 'check' ? verdict.check : undefined,
    slo: verdict.kind === 'slo' ? verdict.slo : undefined,
    finding: verdict.kind === 'finding' ? verdict.finding : undefined,
    measured: verdict.kind === 'budget' ? verdict.measured : undefined,
  };
  const body = JSON.stringify(explanation);
  return {
    hash: sha256(body),
    essence: sha256(
      JSON.stringify({ ...explanation, reason: essenceOfReason(verdict) }),
    ),
    // PostgreSQL has no text with NUL in it; in JSON it is escaped.
    title: title.replaceAll('\0', ''),
    definition_name: definitionName,
    body,
  };
}

/** The reason of a check or finding names what it looked at; that of a budget may name an age, which grows. */
function essenceOfReason({ kind, reason }: Verdict): string {
  if (!reason) {
    return '';
  }
  return kind === 'check' || kind === 'finding'
    ? JSON.stringify(reason)
    : reason.code;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
