import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../__testUtils__/eventually';
import { fixture, runPerfGate } from '../__testUtils__/runPerfGate';
import { startBackstage } from '../__testUtils__/startBackstage';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const CHECKOUT = 'component:default/checkout';

const WITHIN_BUDGETS = `apiVersion: performance-governance.io/v1
kind: Check
metadata: { name: within-budgets, title: Keeps within its budgets }
spec:
  rationale: Customers wait.
  fix: Make it faster.
  guide: guidelines/api-latency
  verdict: {}
`;

const folder = temporaryFolder();

describe('perf-gate with policies in files', () => {
  const check = (...definitions: string[]) =>
    runPerfGate(
      [
        'check',
        'fails.json',
        '--entity',
        'checkout',
        '--catalog',
        'catalog.yaml',
        '--definitions',
        ...definitions,
      ],
      {},
    );

  it('keeps the gate open at a stage that doesn’t block, and says until when', async () => {
    const { exitCode, stdout } = await check('policies/lenient.yaml');

    expect(exitCode).toBe(0);
    expect(stdout).toContain('▲ Passed with warnings');
    expect(stdout).toMatch(
      /^✖ fail +Checkout latency, .* +system checkout +warn, block from 2100-01-01$/m,
    );
    expect(stdout).toContain(
      'Stage warn, set by org (lenient), block from 2100-01-01',
    );
    expect(stdout).toContain(
      'The gate stays open: the stage is warn, and block from 2100-01-01.',
    );
  });

  it('judges no check whose policy may or may not block', async () => {
    const { exitCode, stdout } = await check('policies/launch.yaml');

    // The budget itself, which no policy softens.
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '- Soak-tested before launch is not judged: what it looks at is only known to the server.',
    );
    expect(stdout).not.toMatch(/^✖ fail +Soak-tested/m);
  });
});

describe('perf-gate with a server that has policies', () => {
  let backstage: Awaited<ReturnType<typeof startBackstage>>;

  beforeAll(async () => {
    backstage = await startBackstage({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout', namespace: 'default' },
          spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
        },
      ],
      definitions: [
        readFileSync(fixture('shop', 'organisation.yaml'), 'utf8').split(
          '---\n',
        )[0],
        WITHIN_BUDGETS,
        ...readFileSync(
          fixture('shop', 'policies', 'launch.yaml'),
          'utf8',
        ).split('---\n'),
      ],
    });
    await fetch(
      `${backstage.url}/api/performance/policies/${encodeURIComponent(
        'org/policy/launch',
      )}/trust-overrides`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'The launch is tomorrow.' }),
      },
    );
  });

  afterAll(() => backstage.stop());

  const gate = (...args: string[]) =>
    runPerfGate(
      [...args, '-e', CHECKOUT, '--environment', 'production', '--json'],
      { variables: { PERF_GATE_URL: backstage.url } },
    );
  const reasons = (stdout: string) =>
    JSON.parse(stdout).gate.reasons.map(
      ({ code, ruleId }: { code: string; ruleId?: string }) =>
        [code, ruleId].join(' '),
    );

  it('closes the gate by a check, online and offline alike, until it holds', async () => {
    const cache = ['--cache', join(folder, 'cache')];
    await gate('upload', 'passes.json');
    await eventually(async () => {
      const { exitCode, stdout } = await gate('check', 'passes.json');
      expect(reasons(stdout)).toEqual(['check-failed check:soak-tested']);
      expect(exitCode).toBe(1);
    });

    expect(
      await runPerfGate(['pull', CHECKOUT, ...cache], {
        variables: { PERF_GATE_URL: backstage.url },
      }),
    ).toMatchObject({ exitCode: 0 });
    const offline = await gate('check', 'passes.json', '--offline', ...cache);
    expect(reasons(offline.stdout)).toEqual([
      'check-failed check:soak-tested',
      // It looks at current state, which isn't pulled.
      'not-judged check:within-budgets',
    ]);
    expect(offline.exitCode).toBe(1);

    const soaked = await gate(
      'upload',
      'passes.json',
      '--type',
      'soak',
      '--external-id',
      'soak-1',
    );
    expect(reasons(soaked.stdout)).toEqual([]);
    expect(soaked.exitCode).toBe(0);
  });

  it('refuses a type that runs don’t have', async () => {
    const { exitCode, stderr } = await gate(
      'upload',
      'passes.json',
      '--type',
      'soaking',
    );
    expect(stderr).toContain('load, stress, soak');
    expect(exitCode).toBe(2);
  });
});
