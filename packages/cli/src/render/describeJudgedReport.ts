import { formatDuration } from './formatDuration';
import { JudgedReport } from './GateReport';

/** `checkout.json: k6 1.3.0, 120,000 requests, 10 min`. */
export function describeJudgedReport(report: JudgedReport): string {
  const { name, tool, toolVersion, requests, durationSeconds } = report;
  const facts = [
    toolVersion ? `${tool} ${toolVersion}` : tool,
    requests !== undefined && `${requests.toLocaleString('en-US')} requests`,
    durationSeconds !== undefined && formatDuration(durationSeconds),
  ];
  return `${name}: ${facts.filter(fact => fact).join(', ')}`;
}
