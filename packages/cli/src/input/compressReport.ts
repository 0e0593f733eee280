import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** RFC 1952, section 2.3.1: ID1 and ID2 of a gzip member. */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * A report as it travels: gzipped, since raw results shrink to a tenth; or as it is where it is
 * gzipped already.
 *
 * @param onProgress - Called with the bytes read so far.
 */
export async function compressReport(
  report: Readable,
  onProgress: (bytes: number) => void,
): Promise<Readable> {
  const chunks = report.iterator();
  const first = await chunks.next();
  const isCompressed =
    !first.done &&
    first.value.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);

  async function* counted(): AsyncGenerator<Buffer> {
    let bytes = 0;
    for (let next = first; !next.done; next = await chunks.next()) {
      bytes += next.value.length;
      onProgress(bytes);
      yield next.value;
    }
  }
  const source = Readable.from(counted());
  // A failure of the source reaches the reader through gzip, which the pipeline destroys.
  return isCompressed ? source : pipeline(source, createGzip(), () => {});
}
