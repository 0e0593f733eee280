export {
  parseReport,
  type ParseReportOptions,
  type ParseReportResult,
} from './parseReport';
export * from './ReportParser';
export * from './ReportLimits';
export { ReportError, type ReportErrorDetails } from './ReportError';
export { ReportLimitError } from './ReportLimitError';
export { builtInReportParsers } from './builtInReportParsers';
export { checkParsedReport } from './checkParsedReport';
