import {
  ReportError,
  ReportLimitError,
} from '@perf-governance/plugin-performance-node';
import { CliError } from './CliError';

/** What went wrong, where, and how to fix it: the three lines of every error message. */
export interface ErrorDescription {
  what: string;
  where?: string;
  fix?: string;
}

export function describeError(error: unknown): ErrorDescription {
  if (error instanceof CliError) {
    return { what: error.message, where: error.where, fix: error.fix };
  }
  if (error instanceof ReportError) {
    return { what: error.message, fix: fixOfReport(error) };
  }
  return {
    what: error instanceof Error ? error.message : String(error),
    fix: 'This should not happen. Run again with PERF_GATE_DEBUG=1 for a stack trace to report.',
  };
}

function fixOfReport(error: ReportError): string {
  if (error instanceof ReportLimitError) {
    return `If the report is sound, raise the limit: --limit ${error.limit}=<number>.`;
  }
  if (error.candidates && error.candidates.length > 0) {
    return 'Name the tool that wrote it with --tool.';
  }
  if (error.tool === undefined) {
    return 'Pass the file as k6, JMeter, Lighthouse or autocannon wrote it.';
  }
  return 'Let the tool write the report again, and check that it ended before the file was read.';
}
