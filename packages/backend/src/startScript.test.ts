import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { spawnSync } from 'node:child_process';
import { AddressInfo, createServer, Server } from 'node:net';
import { resolve } from 'node:path';

const script = resolve(
  resolvePackagePath('backend'),
  '../../scripts/start.mjs',
);

function start(args: string[], env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, output: stdout + stderr };
}

describe('npm start', () => {
  let server: Server;
  let busyPort: number;

  beforeAll(async () => {
    server = createServer();
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    busyPort = (server.address() as AddressInfo).port;
  });

  afterAll(() => {
    server.close();
  });

  it('says what to do if a port is in use', () => {
    const { status, output } = start([], { APP_PORT: String(busyPort) });

    expect(status).toBe(1);
    expect(output).toContain(
      `Port ${busyPort}, needed for the app, is in use.`,
    );
    expect(output).toContain(`APP_PORT=${busyPort + 1} npm start`);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['a port that is none', [], 'APP_PORT is "http", which is not a port'],
    ['an unknown option', ['--fresh'], 'Unknown option --fresh'],
  ])('refuses %s', (_, args, message) => {
    const { status, output } = start(args, { APP_PORT: 'http' });

    expect(status).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });
});
