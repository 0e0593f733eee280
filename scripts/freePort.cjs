const { createServer } = require('node:net');

/**
 * Asks the system for a TCP port nobody listens on.
 *
 * @returns {Promise<number>}
 */
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  await new Promise(resolve => {
    server.close(() => resolve(undefined));
  });
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no TCP port.');
  }
  return address.port;
}

module.exports = { freePort };
