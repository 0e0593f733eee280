import { createServer } from 'node:net';
import { CommandError } from './runCommand.mjs';

/**
 * Reads a port from the environment.
 *
 * @throws CommandError if it is set to something else.
 */
export function readPort(name, fallback) {
  const text = process.env[name];
  if (!text) {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandError(`${name} is "${text}", which is not a port number.`);
  }
  return port;
}

function isFree(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => {
      // A machine without IPv6 has no such address; nobody can be listening on it.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/**
 * @param variable - Environment variable that chooses another port.
 * @throws CommandError if something already listens on the port.
 */
export async function assertPortIsFree(port, usedFor, variable) {
  for (const host of ['127.0.0.1', '::1']) {
    if (!(await isFree(port, host))) {
      throw new CommandError(
        `Port ${port}, needed for ${usedFor}, is in use. Stop what uses it, or choose another port: ${variable}=${
          port + 1
        } npm start`,
      );
    }
  }
}
