import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { DemoReset } from './DemoReset';

const directory = createMockDirectory();

function resetWith(script: string) {
  directory.setContent({ 'load.mjs': script });
  return new DemoReset({
    script: directory.resolve('load.mjs'),
    backendUrl: 'http://localhost:7007',
    logger: mockServices.logger.mock(),
  });
}

async function ended(reset: DemoReset) {
  while (reset.status.state === 'running') {
    await new Promise(resolve => setImmediate(resolve));
  }
  return reset.status;
}

describe('DemoReset', () => {
  it('runs the script with everything deleted first', async () => {
    const reset = resetWith(
      `const wanted = '--url http://localhost:7007 --reset';
       process.exitCode = process.argv.slice(2).join(' ') === wanted ? 0 : 1;`,
    );
    expect(reset.status).toEqual({ state: 'idle' });

    reset.start();

    await expect(ended(reset)).resolves.toEqual({ state: 'done' });
  });

  it('keeps the last line of a script that fails', async () => {
    const reset = resetWith(
      `console.log('Deleting 2 runs');
       console.error('Loading the demo failed: connect ECONNREFUSED');
       process.exitCode = 1;`,
    );

    reset.start();

    await expect(ended(reset)).resolves.toEqual({
      state: 'failed',
      message: 'Loading the demo failed: connect ECONNREFUSED',
    });
  });

  it('runs one at a time', async () => {
    const reset = resetWith('setInterval(() => {}, 1000);');

    reset.start();

    expect(() => reset.start()).toThrow('The demo is being reset already.');
    reset.stop();
    await expect(ended(reset)).resolves.toMatchObject({ state: 'failed' });
  });
});
