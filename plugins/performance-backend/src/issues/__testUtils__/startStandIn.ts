import express, { Express } from 'express';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';

/** A server on this machine that stands in for one outside. */
export interface StandIn {
  url: string;
  /** Requests so far, e.g. `POST /repos/acme/shop/issues`, the query left out. */
  requests: string[];
  /** Answers the next request with this in place of what it would have. */
  failNext(status: number, headers?: Record<string, string>): void;
  /** Does what the next request asks for, and then breaks the connection in place of an answer. */
  dropNextAnswer(): void;
  stop(): Promise<void>;
}

export async function startStandIn(
  register: (app: Express) => void,
): Promise<StandIn> {
  const app = express();
  const requests: string[] = [];
  let failure: { status: number; headers: Record<string, string> } | undefined;
  let drop = false;
  app.use((req, res, next) => {
    requests.push(`${req.method} ${req.path}`);
    if (failure) {
      const { status, headers } = failure;
      failure = undefined;
      res.status(status).set(headers).json({ message: 'not now' });
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
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    failNext: (status, headers = {}) => {
      failure = { status, headers };
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
