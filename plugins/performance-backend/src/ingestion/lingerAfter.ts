import { IncomingMessage, ServerResponse } from 'node:http';

const MAX_MS = 15_000;

/**
 * Keeps a connection open for a while after the answer to an upload that is still being sent, and
 * throws away what comes: closed at once, with bytes unread, TCP would reset it, and the client
 * could lose the answer (RFC 9112, section 9.6).
 */
export function lingerAfter(req: IncomingMessage, res: ServerResponse): void {
  res.once('finish', () => {
    const timer = setTimeout(() => req.socket.destroy(), MAX_MS);
    timer.unref();
    req.once('close', () => clearTimeout(timer));
    req.resume();
  });
}
