/**
 * Loads the history of the demo organisation through the public upload API:
 *
 *     node demo/load.mjs [--url http://localhost:7007] [--reset]
 *
 * The history ends when it is loaded. It is loaded again when it has become a day old, since
 * budgets ask for recent evidence. With --reset, everything uploaded or defined since is deleted
 * first.
 */
import { parseArgs } from 'node:util';
import { PerformanceApi } from './loader/PerformanceApi.mjs';
import { loadHistory } from './loader/loadHistory.mjs';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:7007' },
    reset: { type: 'boolean', default: false },
  },
});

try {
  await loadHistory({
    api: new PerformanceApi({
      url: values.url,
      token: process.env.DEMO_TOKEN ?? 'lantern-market-demo-token',
    }),
    reset: values.reset,
    now: Date.now(),
    log: message => console.log(message),
  });
} catch (error) {
  console.error(`Loading the demo failed: ${error.message}`);
  process.exitCode = 1;
}
