import { mockCredentials } from '@backstage/backend-test-utils';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fixture, runPerfGate } from '../__testUtils__/runPerfGate';
import { startBackstage } from '../__testUtils__/startBackstage';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const CHECKOUT = 'component:default/checkout';

const folder = temporaryFolder();
let backstage: Awaited<ReturnType<typeof startBackstage>>;

beforeAll(async () => {
  backstage = await startBackstage({
    entities: ['checkout', 'cart'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
      spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    })),
    definitions: [
      readFileSync(fixture('shop', 'checkout.system.yaml'), 'utf8'),
      readFileSync(fixture('shop', 'percentile.yaml'), 'utf8').replace(
        'spec:',
        "spec:\n  appliesTo: { entity: { 'metadata.name': cart } }",
      ),
    ],
  });
});

afterAll(() => backstage.stop());

function online(
  args: string[],
  options: { variables?: Record<string, string>; stdin?: Buffer } = {},
) {
  return runPerfGate(args, {
    stdin: options.stdin,
    variables: { PERF_GATE_URL: backstage.url, ...options.variables },
  });
}

async function listRuns(entityRef: string) {
  const response = await fetch(
    `${backstage.url}/api/performance/runs?entityRef=${entityRef}`,
  );
  return await response.json();
}

describe('perf-gate with a server', () => {
  it('checks without storing anything', async () => {
    const { exitCode, stdout } = await online([
      'check',
      'fails.json',
      '--entity',
      CHECKOUT,
      '--environment',
      'production',
      '--json',
    ]);

    expect(exitCode).toBe(1);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(['outcome', 'verdicts', 'gate']);
    expect(result).toMatchObject({
      outcome: 'fail',
      verdicts: [{ title: 'Checkout latency', state: 'fail', value: 412 }],
      gate: {
        exitCode: 1,
        reasons: [{ code: 'budget-failed' }],
      },
    });
    expect(await listRuns(CHECKOUT)).toEqual({ items: [], totalItems: 0 });
  });

  it('uploads a run with what the pipeline says, and judges it', async () => {
    const { exitCode, stdout, stderr } = await online(
      ['upload', 'fails.json', '--environment', 'production'],
      {
        variables: {
          PERF_GATE_ENTITY: CHECKOUT,
          PERF_GATE_APP_URL: 'https://backstage.example.com/',
          GITHUB_ACTIONS: 'true',
          GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_REPOSITORY: 'lantern/checkout',
          GITHUB_RUN_ID: '7',
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_SHA: 'c0ffee',
          GITHUB_REF_NAME: 'main',
          GITHUB_REF_TYPE: 'branch',
        },
      },
    );

    expect(stderr).toBe('');
    expect(stdout).toContain(
      '✖ Failed  component:default/checkout in production',
    );
    expect(stdout).toMatch(/^Run \S+ is stored\.$/m);
    expect(stdout).toMatch(
      /^Run (\S+): https:\/\/backstage\.example\.com\/performance\/runs\/\1$/m,
    );
    expect(stdout).toContain(
      'Build: https://github.com/lantern/checkout/actions/runs/7/attempts/1',
    );
    expect(exitCode).toBe(1);
    expect((await listRuns(CHECKOUT)).items).toMatchObject([
      {
        environment: 'production',
        commit: 'c0ffee',
        branch: 'main',
        tracked: true,
        outcome: 'fail',
        ciUrl: 'https://github.com/lantern/checkout/actions/runs/7/attempts/1',
      },
    ]);
  });

  it.each([
    ['a file', 'passes.json', undefined],
    ['standard input', '-', readFileSync(fixture('shop', 'passes.json'))],
    [
      'gzip',
      '-',
      gzipSync(readFileSync(fixture('shop', 'passes.json')), { level: 1 }),
    ],
  ])('uploads the same report once, from %s', async (_, path, stdin) => {
    const { exitCode, stdout } = await online(
      [
        'upload',
        path,
        '-e',
        CHECKOUT,
        '--environment',
        'staging',
        '--started-at',
        '2026-01-02T03:04:05Z',
      ],
      { stdin },
    );

    expect(stdout).toContain('✔ Passed');
    expect(exitCode).toBe(0);
    const { items } = await listRuns(CHECKOUT);
    expect(
      items.filter(
        (run: { environment: string }) => run.environment === 'staging',
      ),
    ).toHaveLength(1);
  });

  it('gives exit code 3 where evidence is missing', async () => {
    const args = [
      'check',
      'passes.json',
      '-e',
      'component:default/cart',
      '--environment',
      'production',
    ];

    expect(await online([...args])).toMatchObject({
      exitCode: 3,
      stdout: expect.stringContaining('holds no p99.9'),
    });
    expect(await online([...args, '--allow-missing'])).toMatchObject({
      exitCode: 0,
    });
  });

  it('asks for the environment where there are several', async () => {
    const { exitCode, stderr } = await online([
      'check',
      'passes.json',
      '-e',
      CHECKOUT,
    ]);

    expect(stderr).toContain(
      '--environment production or --environment staging',
    );
    expect(exitCode).toBe(2);
  });

  it('judges offline by what was pulled', async () => {
    const cache = ['--cache', join(folder, 'cache')];
    // With a report at the latest the server looks an entity up that it hasn't seen.
    await online([
      'check',
      'passes.json',
      '-e',
      CHECKOUT,
      '--environment',
      'production',
    ]);
    expect(await online(['pull', CHECKOUT, ...cache])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^✔ 1 definitions of component:default\/checkout pulled into /,
      ),
    });

    const { exitCode, stdout } = await runPerfGate([
      'check',
      'fails.json',
      '-e',
      CHECKOUT,
      '--environment',
      'production',
      '--offline',
      ...cache,
    ]);

    expect(stdout).toContain(`pulled from ${backstage.url}`);
    expect(stdout).toMatch(/^✖ fail +Checkout latency/m);
    expect(exitCode).toBe(1);

    // The entity as pulled, but definitions that may not be on the server yet.
    const withFiles = await runPerfGate([
      'check',
      'fails.json',
      '-e',
      CHECKOUT,
      '--definitions',
      'organisation.yaml',
      ...cache,
    ]);
    expect(withFiles.stdout).toContain('API latency');
    expect(withFiles.exitCode).toBe(0);
  });

  it('understands a refusal that comes before all is sent', async () => {
    const { exitCode, stderr } = await online(
      ['upload', '-', '-e', CHECKOUT, '--environment', 'production'],
      // It doesn't compress, so that all of it would have to travel.
      { stdin: randomBytes(40 * 1024 * 1024) },
    );

    expect(stderr).toMatch(/not a report/);
    expect(exitCode).toBe(2);
  });

  it.each([
    [
      'an unknown entity',
      ['upload', 'passes.json', '-e', 'nobody', '--environment', 'production'],
      /no entity 'component:default\/nobody'/,
    ],
    [
      'a report that is none',
      ['upload', 'catalog.yaml', '-e', CHECKOUT, '--environment', 'production'],
      /not a report/,
    ],
    [
      'a token that is none',
      [
        'check',
        'passes.json',
        '-e',
        CHECKOUT,
        '--environment',
        'production',
        '--token',
        mockCredentials.user.invalidToken(),
      ],
      /[Tt]oken/,
    ],
    [
      'an impossible environment',
      ['upload', 'passes.json', '-e', CHECKOUT, '--environment', 'a b'],
      /environment/,
    ],
    [
      'no environment',
      ['upload', 'passes.json', '-e', CHECKOUT],
      /not said where/,
    ],
    [
      'no entity',
      ['upload', 'passes.json', '--environment', 'production'],
      /not said which entity/,
    ],
    ['a URL that is none', ['pull', CHECKOUT, '--url', 'backstage'], /no URL/],
    [
      'a server that is not there',
      ['pull', CHECKOUT, '--url', 'http://127.0.0.1:9'],
      /can't be reached/,
    ],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    const { exitCode, stderr } = await online(args);

    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^ {2}fix: {3}\S/m);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
  });
});
