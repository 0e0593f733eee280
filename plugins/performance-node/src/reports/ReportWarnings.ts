import { ReportWarning } from '@perf-governance/plugin-performance-common';

/** Collects the warnings of a report, each code and message once, and no more than `limit`. */
export class ReportWarnings {
  private readonly warnings = new Map<string, ReportWarning>();
  private dropped = 0;

  constructor(private readonly limit: number) {}

  add(code: string, message: string, location?: string): void {
    const key = `${code}\n${message}`;
    if (this.warnings.has(key)) {
      return;
    }
    if (this.warnings.size >= this.limit) {
      this.dropped += 1;
      return;
    }
    this.warnings.set(key, {
      code,
      message,
      ...(location === undefined ? {} : { location }),
    });
  }

  toArray(): ReportWarning[] {
    const warnings = [...this.warnings.values()];
    if (this.dropped > 0) {
      warnings.push({
        code: 'warnings-dropped',
        message: `${this.dropped} further warnings aren't listed`,
      });
    }
    return warnings;
  }
}
