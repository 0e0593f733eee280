import express, { Express } from 'express';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';

/** A server on this machine that stands in for one outside. */
export interface StandIn {
  /** Without a slash at the end. */
  url: string;
  /** Requests so far, e.g. `POST /repos/acme/shop/issues`, the query left out. */
  requests: string[];
  /** Answers the next request with this in place of what it would have. */
  failNext(
    status: number,
    headers?: Record<string, string>,
    message?: string,
  ): void;
  /** Does what the next request asks for, and then breaks the connection in place of an answer. */
  dropNextAnswer(): void;
  stop(): Promise<void>;
}

/** @param port - any free one unless given. */
export async function startStandIn(
  register: (app: Express) => void,
  port = 0,
): Promise<StandIn> {
  const app = express();
  const requests: string[] = [];
  let failure:
    | { status: number; headers: Record<string, string>; message: string }
    | undefined;
  let drop = false;
  app.set('etag', 'weak');
  app.use((req, res, next) => {
    requests.push(`${req.method} ${req.path}`);
    if (failure) {
      const { status, headers, message } = failure;
      failure = undefined;
      res.status(status).set(headers).json({ message });
      return;
    }
    if (drop) {
      drop = false;
      res.json = () => {
        req.socket.destroy();
        return res;
      };
    }
    next();
  });
  app.use(express.json());
  register(app);
  const server = app.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    failNext: (status, headers = {}, message = 'not now') => {
      failure = { status, headers, message };
    },
    dropNextAnswer: () => {
      drop = true;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
