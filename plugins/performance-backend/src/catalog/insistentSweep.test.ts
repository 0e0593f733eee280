import { mockServices } from '@backstage/backend-test-utils';
import { insistentSweep } from './insistentSweep';

function createSweep(...outcomes: (boolean | Error)[]) {
  const sweep = jest.fn(async () => {
    const outcome = outcomes.shift() ?? true;
    if (outcome instanceof Error) {
      throw outcome;
    }
    return outcome;
  });
  const run = insistentSweep({
    projection: { sweep },
    logger: mockServices.logger.mock(),
    retryAfterMs: 0,
  });
  return { sweep, run };
}

describe('insistentSweep', () => {
  const { signal } = new AbortController();

  it('asks again until the catalog is there', async () => {
    const { sweep, run } = createSweep(new Error('503'), false, true);
    await run(signal);
    expect(sweep).toHaveBeenCalledTimes(3);
  });

  it('leaves a later failure to the next turn', async () => {
    const { sweep, run } = createSweep(true, new Error('503'), false, true);
    await run(signal);
    await expect(run(signal)).rejects.toThrow('503');
    await run(signal);
    expect(sweep).toHaveBeenCalledTimes(3);
  });

  it('gives up after a minute', async () => {
    const { sweep, run } = createSweep(...Array(40).fill(new Error('503')));
    await expect(run(signal)).rejects.toThrow('503');
    expect(sweep).toHaveBeenCalledTimes(30);
  });
});
