import {
  DEFAULT_REPORT_LIMITS,
  ReportLimits,
} from '@perf-governance/plugin-performance-node';
import { InvalidArgumentError } from 'commander';

/** Reads one `--limit name=value`, and adds it to those before it. */
export function parseLimitOption(
  text: string,
  previous: Partial<ReportLimits> = {},
): Partial<ReportLimits> {
  const [name, value] = text.split('=', 2);
  if (!(name in DEFAULT_REPORT_LIMITS)) {
    throw new InvalidArgumentError(
      `Known limits are ${Object.keys(DEFAULT_REPORT_LIMITS).join(', ')}.`,
    );
  }
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number <= 0) {
    throw new InvalidArgumentError(
      'Write it as name=value, where the value is a whole number above 0.',
    );
  }
  return { ...previous, [name]: number };
}
