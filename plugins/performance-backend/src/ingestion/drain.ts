import { Readable } from 'node:stream';

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_MS = 2000;

/**
 * Reads on for a while when an upload is refused early: a client that is still sending would see its
 * connection break instead of the reason.
 *
 * @returns whether that was all there is.
 */
export async function drain(stream: Readable): Promise<boolean> {
  if (stream.readableEnded || stream.destroyed) {
    return true;
  }
  await new Promise<void>(resolve => {
    let bytes = 0;
    const timer = setTimeout(stop, MAX_MS);
    function stop() {
      clearTimeout(timer);
      stream.off('data', count);
      for (const event of ['end', 'close', 'error']) {
        stream.off(event, stop);
      }
      stream.pause();
      resolve();
    }
    function count(chunk: Buffer) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) {
        stop();
      }
    }
    stream.on('data', count);
    for (const event of ['end', 'close', 'error']) {
      stream.on(event, stop);
    }
    stream.resume();
  });
  return stream.readableEnded;
}
