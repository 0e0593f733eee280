import { autocannonParser } from './autocannon/autocannonParser';
import { jmeterCsvParser } from './jmeter/jmeterCsvParser';
import { jmeterStatisticsParser } from './jmeter/jmeterStatisticsParser';
import { jmeterXmlParser } from './jmeter/jmeterXmlParser';
import { k6CsvParser } from './k6/k6CsvParser';
import { k6NdjsonParser } from './k6/k6NdjsonParser';
import { k6SummaryParser } from './k6/k6SummaryParser';
import { lighthouseParser } from './lighthouse/lighthouseParser';
import { ReportParser } from './ReportParser';

/**
 * The parsers that come with the suite.
 *
 * @public
 */
export const builtInReportParsers: readonly ReportParser[] = [
  k6NdjsonParser,
  k6CsvParser,
  k6SummaryParser,
  jmeterCsvParser,
  jmeterXmlParser,
  jmeterStatisticsParser,
  lighthouseParser,
  autocannonParser,
];
