/**
 * Starts the demo: `npm start`. Installs what is missing, starts the backend and the app, and loads
 * the demo organisation's reports. `npm start -- --reset` forgets everything first.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertPortIsFree, readPort } from './ports.mjs';
import { CommandError, runCommand } from './runCommand.mjs';
import { Service } from './service.mjs';
import { ensureInstalled, ensureToolchain, projectRoot } from './toolchain.mjs';

const startedAt = Date.now();
const dataFolder = join(projectRoot, 'data');
const services = [];
let stopping = false;

function log(message) {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`[${String(seconds).padStart(3)} s] ${message}`);
}

async function stop(exitCode) {
  if (stopping) {
    return;
  }
  stopping = true;
  await Promise.all(services.map(service => service.stop()));
  process.exit(exitCode);
}

function startService(name, toolchain, env) {
  const service = new Service({
    name,
    command: toolchain.node,
    args: [
      join(projectRoot, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
    ],
    cwd: join(projectRoot, 'packages', name),
    env,
    logFile: join(dataFolder, 'logs', `${name}.log`),
  });
  services.push(service);
  service.ended().then(() => fail(service.failure(`The ${name} ended.`)));
  return service;
}

function printWelcome(url) {
  const people = JSON.parse(
    readFileSync(join(projectRoot, 'demo/people.json'), 'utf8'),
  );
  console.log(`\n  Lantern Market is open: ${url}\n\n  Sign in as`);
  for (const person of people) {
    console.log(`    ${person.name.padEnd(18)} ${person.role}`);
  }
  console.log(
    '\n  Ctrl-C stops everything. "npm start -- --reset" begins anew.\n',
  );
}

async function main() {
  const unknown = process.argv.slice(2).filter(arg => arg !== '--reset');
  if (unknown.length > 0) {
    throw new CommandError(
      `Unknown option ${unknown[0]}. There is one: --reset, which forgets what was uploaded and loads the demo anew.`,
    );
  }
  const appPort = readPort('APP_PORT', 3000);
  const backendPort = readPort('BACKEND_PORT', 7007);
  await assertPortIsFree(appPort, 'the app', 'APP_PORT');
  await assertPortIsFree(backendPort, 'the backend', 'BACKEND_PORT');

  const toolchain = await ensureToolchain({ log });
  await ensureInstalled({ env: toolchain.env, log });
  if (process.argv.includes('--reset') && existsSync(dataFolder)) {
    log('Forgetting what was uploaded');
    rmSync(dataFolder, { recursive: true });
  }

  const env = {
    ...toolchain.env,
    APP_PORT: String(appPort),
    BACKEND_PORT: String(backendPort),
    BROWSER: 'none',
  };
  const appUrl = `http://localhost:${appPort}`;
  const backendUrl = `http://localhost:${backendPort}`;

  log('Starting the backend and the app');
  const backend = startService('backend', toolchain, env);
  const app = startService('app', toolchain, env);
  await Promise.all([
    openApp(app, appUrl),
    openBackend(backend, backendUrl, toolchain.node, env),
  ]);
  printWelcome(appUrl);
}

async function openApp(app, url) {
  await app.answers(url, 300);
  log('The app is up');
}

async function openBackend(backend, url, node, env) {
  await backend.answers(`${url}/.backstage/health/v1/readiness`, 180);
  log('The backend is up');
  await runCommand(node, [join(projectRoot, 'demo/load.mjs'), '--url', url], {
    cwd: projectRoot,
    env,
    onLine: log,
  });
}

async function fail(error) {
  if (stopping) {
    return;
  }
  if (error instanceof CommandError) {
    if (error.output) {
      console.error(`\n${error.output}`);
    }
    console.error(`\n${error.message}\n`);
  } else {
    console.error(error);
  }
  await stop(1);
}

function interrupted() {
  if (!stopping) {
    console.log('\nStopping …');
  }
  stop(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, interrupted);
}

main().catch(fail);
