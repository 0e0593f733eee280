import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ReportParser } from '../reports';

/** @public */
export interface ReportParsersExtensionPoint {
  /**
   * Adds the parser of one more tool, asked beside the built-in ones which of them a report belongs to.
   *
   * @throws Error if there is a parser of that tool already
   */
  addReportParser(parser: ReportParser): void;
}

/**
 * Where backend modules teach the plugin to read the reports of more tools.
 *
 * @public
 */
export const reportParsersExtensionPoint =
  createExtensionPoint<ReportParsersExtensionPoint>({
    id: 'performance.report-parsers',
  });
