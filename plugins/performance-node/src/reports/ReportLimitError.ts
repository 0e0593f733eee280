import { ReportError, ReportErrorDetails } from './ReportError';
import { ReportLimits, reportLimitConfigKey } from './ReportLimits';

/**
 * A report larger than a limit allows: HTTP 413. The message names the limit, its value and its
 * configuration key.
 *
 * @public
 */
export class ReportLimitError extends ReportError {
  readonly statusCode = 413;
  readonly limit: keyof ReportLimits;
  readonly limitValue: number;
  readonly configKey: string;

  constructor(
    details: ReportErrorDetails & {
      limit: keyof ReportLimits;
      limitValue: number;
    },
  ) {
    const configKey = reportLimitConfigKey(details.limit);
    super({
      ...details,
      reason: `${details.reason} (limit ${details.limitValue.toLocaleString(
        'en-US',
      )}, configured by ${configKey})`,
    });
    this.limit = details.limit;
    this.limitValue = details.limitValue;
    this.configKey = configKey;
  }
}
