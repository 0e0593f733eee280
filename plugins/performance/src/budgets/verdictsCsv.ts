import { isWaived } from '@perf-governance/plugin-performance-common';
import {
  CurrentVerdict,
  describeLimit,
  describeRule,
} from '@perf-governance/plugin-performance-react';

const COLUMNS: [string, (verdict: CurrentVerdict) => string | number][] = [
  ['state', verdict => verdict.state],
  ['entity', verdict => verdict.subject.entityRef],
  ['environment', verdict => verdict.subject.environment],
  ['budget', describeRule],
  ['metric', verdict => (verdict.kind === 'budget' ? verdict.metric : '')],
  [
    'statistic',
    verdict => (verdict.kind === 'budget' ? verdict.statistic : ''),
  ],
  ['value', verdict => verdict.value ?? ''],
  ['unit', verdict => (verdict.kind === 'check' ? '' : verdict.unit)],
  ['limit', verdict => describeLimit(verdict.limit)],
  ['since', verdict => verdict.since],
  ['reason', verdict => verdict.reason?.message ?? ''],
  ['owner', verdict => verdict.entity.owner ?? ''],
  ['system', verdict => verdict.entity.system ?? ''],
  ['domain', verdict => verdict.entity.domain ?? ''],
  ['run', verdict => verdict.evidence?.runId ?? ''],
  ['rule', verdict => verdict.ruleId],
  ['area', verdict => verdict.area],
  ['stage', verdict => verdict.enforcement.stage],
  [
    'waivedUntil',
    verdict => (isWaived(verdict) ? verdict.waiver?.until ?? '' : ''),
  ],
];

/**
 * Text that begins like a formula would be computed by a spreadsheet that opens the file; the
 * apostrophe keeps it text (OWASP, "CSV Injection").
 */
function csvField(value: string | number): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Verdicts as CSV (RFC 4180), values in the unit beside them. */
export function verdictsCsv(verdicts: CurrentVerdict[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...verdicts.map(verdict => COLUMNS.map(([, read]) => read(verdict))),
  ];
  return rows.map(row => `${row.map(csvField).join(',')}\r\n`).join('');
}
