import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

describe('the guides', () => {
  const databases = createTestDatabases();
  let performance: TestPerformance;

  beforeAll(async () => {
    performance = await startPerformance({
      knex: await databases.init('SQLITE_3'),
      entities: [],
      now: '2026-11-22T12:00:00Z',
    });
  });

  afterAll(async () => performance.stop());

  it('are served as the Markdown they are written in', async () => {
    const { status, body } = await performance.call('GET', '/guides/baselines');
    expect(status).toBe(200);
    expect(body).toEqual({
      name: 'baselines',
      markdown: expect.stringMatching(/^# \S/),
    });
  });

  it('keep only the words of links to what isn’t served', async () => {
    const { body } = await performance.call('GET', '/guides/pipeline-gate');
    expect(body.markdown).toContain('- The gate');
    expect(body.markdown).not.toContain('](../');
  });

  it.each(['nothing-of-that-name', '..%2Farchitecture', '%2e%2e%2fREADME'])(
    'are nothing else: %s',
    async name => {
      const { status } = await performance.call('GET', `/guides/${name}`);
      expect(status).toBe(404);
    },
  );
});
