import { createHash } from 'crypto';
import { PassThrough, pipeline, Readable } from 'stream';
import { createGunzip } from 'zlib';
import { ReportError } from '../ReportError';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';

/** A small report may compress very well; a bomb is judged only past this many bytes. */
const RATIO_GRACE_BYTES = 16 * 1024 * 1024;

/** RFC 1952, section 2.3.1: ID1, ID2 and the only compression method there is. */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

interface DecodeOptions {
  limits: ReportLimits;
  signal?: AbortSignal;
  /** Whose report it is, as soon as that is known: for errors. */
  writtenBy(): { tool?: string; format?: string };
  /** Bytes read so far, as sent (still compressed). */
  onProgress?(inputBytes: number): void;
}

interface DecodedReport {
  /** The decompressed bytes; may be iterated once. */
  chunks: AsyncGenerator<Buffer>;
  /** Decompressed bytes so far. */
  bytes(): number;
  /** SHA-256 of the decompressed bytes, in hex; once `chunks` has ended. */
  sha256(): string;
}

/**
 * Decompresses a report where its first bytes say gzip, counting, limiting and hashing on the way.
 * Reads no faster than `chunks` is read. The source is not destroyed when reading stops early:
 * an HTTP server still has to answer over the same socket.
 */
export function decodeReport(
  source: Readable,
  options: DecodeOptions,
): DecodedReport {
  const { limits, signal } = options;
  const hash = createHash('sha256');
  let inputBytes = 0;
  let bytes = 0;

  async function* countedSource(): AsyncGenerator<Buffer> {
    const parts = source.iterator({ destroyOnReturn: false });
    for await (const part of untilAborted(parts, signal)) {
      const chunk: Buffer = typeof part === 'string' ? Buffer.from(part) : part;
      inputBytes += chunk.length;
      options.onProgress?.(inputBytes);
      yield chunk;
    }
  }

  async function* decodedChunks(): AsyncGenerator<Buffer> {
    const chunks = countedSource();
    const head = await readAtLeast(chunks, GZIP_MAGIC.length);
    const gzip = head.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
    const decoder = gzip
      ? createGunzip({ chunkSize: 64 * 1024 })
      : new PassThrough();
    // Failures reach the loop below through the decoder, which the pipeline destroys.
    pipeline(Readable.from(replay(head, chunks)), decoder, () => {});
    try {
      for await (const chunk of decoder) {
        bytes += chunk.length;
        checkSize();
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      throw gzip ? asGzipError(error) : error;
    }
  }

  function checkSize() {
    if (bytes > limits.maxBytes) {
      throw new ReportLimitError({
        ...options.writtenBy(),
        reason: 'the decompressed report has too many bytes',
        byte: limits.maxBytes,
        limit: 'maxBytes',
        limitValue: limits.maxBytes,
      });
    }
    if (
      bytes > RATIO_GRACE_BYTES &&
      bytes > inputBytes * limits.maxCompressionRatio
    ) {
      throw new ReportLimitError({
        ...options.writtenBy(),
        reason: 'the report is compressed more than any real one',
        byte: bytes,
        limit: 'maxCompressionRatio',
        limitValue: limits.maxCompressionRatio,
      });
    }
  }

  function asGzipError(error: unknown): unknown {
    const code = (error as { code?: unknown }).code;
    if (code === 'Z_BUF_ERROR') {
      return new ReportError({
        ...options.writtenBy(),
        reason: 'unexpected end of the gzip stream (upload cut off?)',
        byte: inputBytes,
        cause: error,
      });
    }
    if (typeof code === 'string' && code.startsWith('Z_')) {
      return new ReportError({
        ...options.writtenBy(),
        reason: `damaged gzip stream: ${(error as Error).message}`,
        byte: inputBytes,
        cause: error,
      });
    }
    return error;
  }

  let digest: string | undefined;
  return {
    chunks: decodedChunks(),
    bytes: () => bytes,
    sha256: () => {
      digest ??= hash.digest('hex');
      return digest;
    },
  };
}

/** Stops waiting for a source that has nothing to say once the signal is given. */
async function* untilAborted<T>(
  parts: AsyncIterableIterator<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  if (!signal) {
    yield* parts;
    return;
  }
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  // Nobody may be waiting at the time.
  aborted.catch(() => {});
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    for (;;) {
      const next = await Promise.race([parts.next(), aborted]);
      if (next.done) {
        return;
      }
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Reads chunks until there are so many bytes, or the end. */
async function readAtLeast(
  chunks: AsyncGenerator<Buffer>,
  length: number,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let total = 0;
  while (total < length) {
    const next = await chunks.next();
    if (next.done) {
      break;
    }
    parts.push(next.value);
    total += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* replay(
  head: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (head.length > 0) {
    yield head;
  }
  yield* rest;
}
