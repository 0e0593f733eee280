import { Slo } from '@perf-governance/plugin-performance-react';
import { CsvColumn, csvText } from '../export/csvText';

const COLUMNS: CsvColumn<Slo>[] = [
  ['state', slo => slo.state],
  ['alert', slo => slo.severity ?? ''],
  ['entity', slo => slo.entity.entityRef],
  ['environment', slo => slo.environment],
  ['slo', slo => slo.title],
  ['objective', slo => slo.objective ?? ''],
  ['target', slo => slo.target],
  ['attainment', slo => slo.attainment ?? ''],
  ['remainingShare', slo => slo.remainingShare ?? ''],
  ['burnRate', slo => slo.burnRate ?? ''],
  ['burnWindow', slo => slo.burnWindow ?? ''],
  ['secondsToExhaustion', slo => slo.secondsToExhaustion ?? ''],
  ['coverage', slo => slo.coverage ?? ''],
  ['measuredAt', slo => slo.measuredAt ?? ''],
  ['reason', slo => slo.reason?.message ?? ''],
  ['owner', slo => slo.entity.owner ?? ''],
  ['system', slo => slo.entity.system ?? ''],
  ['domain', slo => slo.entity.domain ?? ''],
  ['rule', slo => slo.ruleId],
  ['definition', slo => slo.definitionId],
  ['sources', slo => slo.sources.map(({ name }) => name).join(' ')],
];

/** SLOs as CSV; shares and targets as ratios. */
export function slosCsv(slos: Slo[]): string {
  return csvText(COLUMNS, slos);
}
