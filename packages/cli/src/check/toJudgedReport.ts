import { ReadReport } from '../input/readReport';
import { JudgedReport } from '../render/GateReport';

export function toJudgedReport({ name, report }: ReadReport): JudgedReport {
  const requests = report.series.find(
    ({ metric, labels }) =>
      metric === 'http.request.duration' && Object.keys(labels).length === 0,
  )?.count;
  return {
    name,
    runId: name,
    tool: report.tool,
    toolVersion: report.toolVersion,
    format: report.format,
    durationSeconds: report.durationSeconds,
    requests,
    toolVerdicts: report.toolVerdicts,
    warnings: report.warnings,
  };
}
