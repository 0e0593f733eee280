import { k6SummaryParser } from './k6/k6SummaryParser';
import { ReportParser } from './ReportParser';

/**
 * The parsers that come with the suite.
 *
 * @public
 */
export const builtInReportParsers: readonly ReportParser[] = [k6SummaryParser];
