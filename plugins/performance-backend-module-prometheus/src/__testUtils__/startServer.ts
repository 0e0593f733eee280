import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** What a test server was asked. */
interface ReceivedRequest {
  method?: string;
  path?: string;
  headers: IncomingMessage['headers'];
  form: URLSearchParams;
}

/** A local HTTP server whose answers a test decides on. */
export interface TestServer {
  url: string;
  requests: ReceivedRequest[];
  /** Answers from now on, in place of what it did before. */
  answer(
    handler: (request: ReceivedRequest, response: ServerResponse) => void,
  ): void;
  stop(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  let handle: Parameters<TestServer['answer']>[0] = (_, response) =>
    response.writeHead(404).end();
  const server = createServer((message, response) => {
    let body = '';
    message.setEncoding('utf8');
    message.on('data', chunk => {
      body += chunk;
    });
    message.on('end', () => {
      const request = {
        method: message.method,
        path: message.url,
        headers: message.headers,
        form: new URLSearchParams(body),
      };
      requests.push(request);
      handle(request, response);
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: handler => {
      handle = handler;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One series, as Prometheus answers. */
export function matrix(
  values: [number, string][],
  rest: { warnings?: string[]; infos?: string[] } = {},
): string {
  return JSON.stringify({
    status: 'success',
    data: { resultType: 'matrix', result: [{ metric: {}, values }] },
    ...rest,
  });
}

/** An error, as Prometheus answers. */
export function failure(errorType: string, error: string): string {
  return JSON.stringify({ status: 'error', errorType, error });
}
