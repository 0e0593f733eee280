import { isWaived } from '@perf-governance/plugin-performance-common';
import {
  CurrentVerdict,
  describeLimit,
  describeRule,
} from '@perf-governance/plugin-performance-react';
import { CsvColumn, csvText } from '../export/csvText';

const COLUMNS: CsvColumn<CurrentVerdict>[] = [
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
  ['unit', verdict => ('unit' in verdict ? verdict.unit : '')],
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

/** Verdicts as CSV (RFC 4180), values in the unit beside them. */
export function verdictsCsv(verdicts: CurrentVerdict[]): string {
  return csvText(COLUMNS, verdicts);
}
