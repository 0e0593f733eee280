import { compressReport } from '../input/compressReport';
import { openReport } from '../input/openReport';
import { ProgressLine } from '../terminal/ProgressLine';
import { Terminal } from '../terminal/Terminal';
import {
  PerformanceServer,
  UploadQuery,
  UploadResult,
} from './PerformanceServer';

/** Sends a file, or the standard input, to the server. */
export async function sendReport(
  path: string,
  query: Omit<UploadQuery, 'fileName'>,
  server: PerformanceServer,
  terminal: Terminal,
): Promise<{ name: string; result: UploadResult }> {
  const input = await openReport(path, terminal);
  const progress = new ProgressLine(
    terminal.stderr,
    `Sending ${input.name}`,
    input.bytes,
  );
  try {
    const body = await compressReport(input.stream, bytes =>
      progress.update(bytes),
    );
    const result = await server.uploadReport(body, {
      ...query,
      fileName: input.fileName,
    });
    return { name: input.name, result };
  } finally {
    progress.end();
    input.stream.destroy();
  }
}
