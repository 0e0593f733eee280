import { ParsedReport } from '@perf-governance/plugin-performance-common';
import { ReportLimits } from './ReportLimits';

/**
 * How sure a parser is that a report is its own: `certain` when the content says so by itself,
 * `likely` when it fits but could be somebody else's.
 *
 * @public
 */
export type DetectionConfidence = 'certain' | 'likely';

/** @public */
export interface DetectionResult {
  confidence: DetectionConfidence;
  /** Dialect, if the beginning already tells; one of the parser's `formats`. */
  format?: string;
}

/** @public */
export interface DetectionHints {
  /** As the caller named it; content decides, never this alone. */
  fileName?: string;
  /** Whether `head` is the whole report. */
  complete: boolean;
}

/** @public */
export interface ParseContext {
  limits: ReportLimits;
  fileName?: string;
  /** What `detect` said of the dialect, or what the caller asked for. */
  format?: string;
  /** Aborting makes reading `input` throw; parsers needn't look at it. */
  signal?: AbortSignal;
}

/**
 * Reads the reports of one tool. Modules add their own through the report parser extension point.
 *
 * @public
 */
export interface ReportParser {
  /** `k6`, `jmeter`, `lighthouse`, … */
  tool: string;
  /** Dialects it reads, e.g. `k6-ndjson`. */
  formats: string[];
  /**
   * Looks at the first bytes (at most 64 KiB, decompressed) without side effects.
   *
   * @returns `undefined` if the report isn't this parser's
   */
  detect(head: Buffer, hints: DetectionHints): DetectionResult | undefined;
  /**
   * Reads the whole report in one pass, in bounded memory.
   *
   * @throws ReportError if the report is broken, ReportLimitError if it is too large
   */
  parse(
    input: AsyncIterable<Buffer>,
    context: ParseContext,
  ): Promise<ParsedReport>;
}
