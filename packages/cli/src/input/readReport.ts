import {
  parseReport,
  ParseReportResult,
  ReportError,
  ReportLimits,
} from '@perf-governance/plugin-performance-node';
import { CliError } from '../terminal/CliError';
import { describeError } from '../terminal/describeError';
import { ProgressLine } from '../terminal/ProgressLine';
import { Terminal } from '../terminal/Terminal';
import { openReport } from './openReport';

export interface ReadReportOptions {
  tool?: string;
  limits?: Partial<ReportLimits>;
}

export interface ReadReport extends ParseReportResult {
  /** As the user named the input. */
  name: string;
}

/**
 * Parses a report file, or the standard input.
 *
 * @throws CliError that says which file, and what is wrong with it
 */
export async function readReport(
  path: string,
  terminal: Terminal,
  options: ReadReportOptions = {},
): Promise<ReadReport> {
  const input = await openReport(path, terminal);
  const progress = new ProgressLine(
    terminal.stderr,
    `Reading ${input.name}`,
    input.bytes,
  );
  try {
    const result = await parseReport(input.stream, {
      fileName: input.fileName,
      tool: options.tool,
      limits: options.limits,
      onProgress: bytes => progress.update(bytes),
    });
    return { name: input.name, ...result };
  } catch (error) {
    if (error instanceof ReportError) {
      const { what, fix } = describeError(error);
      throw new CliError(what, { where: input.name, fix, cause: error });
    }
    throw error;
  } finally {
    progress.end();
    input.stream.destroy();
  }
}
