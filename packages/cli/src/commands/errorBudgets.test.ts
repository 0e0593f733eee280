import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../__testUtils__/eventually';
import { runPerfGate } from '../__testUtils__/runPerfGate';
import { startBackstage } from '../__testUtils__/startBackstage';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const CHECKOUT = 'component:default/checkout';

const SLO = `apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: availability, title: Availability }
spec:
  service: checkout
  minEvents: 0
  timeWindow: [{ duration: 1d, isRolling: true }]
  indicator:
    spec:
      ratioMetric:
        good: { metricSource: { type: pushed } }
        total: { metricSource: { type: pushed } }
  objectives: [{ target: 0.99 }]
`;

const POLICY = `apiVersion: performance-governance.io/v1
kind: ErrorBudgetPolicy
metadata: { name: budgets }
spec:
  rules:
    - name: spent
      when: { remainingBelow: 0 }
      action: freeze
      except: [security, incident]
`;

const BLOCK = `apiVersion: performance-governance.io/v1
kind: Policy
metadata: { name: slos }
spec:
  rules: [{ slo: availability }]
  stages: [{ stage: block }]
`;

const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: checkout }
spec: { type: service, lifecycle: production, owner: payments }
`;

const folder = temporaryFolder();

describe('perf-gate and error budgets', () => {
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
      definitions: [SLO, POLICY],
    });
    writeFileSync(join(folder, 'catalog.yaml'), CATALOG);
    writeFileSync(
      join(folder, 'slo.yaml'),
      `${SLO}---\n${POLICY}---\n${BLOCK}`,
    );
  });

  afterAll(() => backstage.stop());

  const gate = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await runPerfGate(
      [...args, '-e', CHECKOUT, '--environment', 'staging', '--json'],
      { variables: { PERF_GATE_URL: backstage.url } },
    );
    expect(stderr).toBe('');
    return [
      exitCode,
      ...JSON.parse(stdout).gate.reasons.map(
        ({ code }: { code: string }) => code,
      ),
    ];
  };
  const api = async (path: string, body?: object): Promise<any> => {
    const response = await fetch(`${backstage.url}/api/performance${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return response.json();
  };

  it('passes no change while changes are frozen but those with a label, online and offline', async () => {
    // The first report makes the entity known.
    expect(await gate('upload', 'passes.json')).toEqual([0]);
    const id = await eventually(async () => {
      const { items } = await api('/slos');
      expect(items).toHaveLength(1);
      return items[0].id;
    });
    const step = 300_000;
    const end = Math.floor(Date.now() / step) * step;
    await api(`/slos/${id}/samples`, {
      samples: [1, 2, 3].map(index => ({
        time: new Date(end - index * step).toISOString(),
        good: 900,
        total: 1000,
      })),
    });

    expect(await gate('check', 'passes.json')).toEqual([1, 'frozen']);
    expect(await gate('check', 'passes.json', '--label', 'feature')).toEqual([
      1,
      'frozen',
    ]);
    expect(
      await gate(
        'check',
        'passes.json',
        '--label',
        'good first issue, security',
      ),
    ).toEqual([0, 'excepted']);
    expect(await gate('upload', 'passes.json', '--label', 'incident')).toEqual([
      0,
      'excepted',
    ]);

    const cache = ['--cache', join(folder, 'cache')];
    await runPerfGate(['pull', CHECKOUT, ...cache], {
      variables: { PERF_GATE_URL: backstage.url },
    });
    expect(await gate('check', 'passes.json', '--offline', ...cache)).toEqual([
      1,
      'frozen',
    ]);
    expect(
      await gate(
        'check',
        'passes.json',
        '--offline',
        ...cache,
        '--label',
        'security',
      ),
    ).toEqual([0, 'excepted']);
    const { stdout } = await runPerfGate(
      ['check', 'passes.json', '-e', CHECKOUT, '--offline', ...cache],
      {},
    );
    expect(stdout).toMatch(
      /As of \d{4}-\d\d-\d\d \d\d:\d\d UTC: Availability in production: error budget overspent by 900 %, burning 10× over 1 h\. The error-budget policy budgets freezes changes \(spent, since .*\)\. Only changes labelled security or incident pass\./,
    );
  });

  it('judges an SLO as it stood when it was pulled', async () => {
    await api('/definitions', { content: BLOCK });
    await api('/policies/org%2Fpolicy%2Fslos/trust-overrides', {
      reason: 'Watched by hand since spring.',
    });
    const cache = ['--cache', join(folder, 'standing')];
    const pull = () =>
      runPerfGate(['pull', CHECKOUT, ...cache], {
        variables: { PERF_GATE_URL: backstage.url },
      });
    const check = ['check', 'passes.json', '--label', 'security'];
    await pull();

    const online = await gate(...check);
    expect(online).toEqual([1, 'slo-failed', 'excepted']);
    expect(await gate(...check, '--offline', ...cache)).toEqual(online);

    // What comes in later is not known offline before the next pull.
    const [{ id }] = (await api('/slos')).items;
    const step = 300_000;
    const end = Math.floor(Date.now() / step) * step;
    await api(`/slos/${id}/samples`, {
      samples: Array.from({ length: 200 }, (_, index) => ({
        time: new Date(end - (index + 4) * step).toISOString(),
        good: 1000,
        total: 1000,
      })),
    });
    expect(await gate(...check)).toEqual([0, 'excepted']);
    expect(await gate(...check, '--offline', ...cache)).toEqual(online);
    await pull();
    expect(await gate(...check, '--offline', ...cache)).toEqual([
      0,
      'excepted',
    ]);
  });

  it('judges neither SLOs nor their policies by files alone', async () => {
    const { exitCode, stdout } = await runPerfGate([
      'check',
      'passes.json',
      '--entity',
      CHECKOUT,
      '--catalog',
      join(folder, 'catalog.yaml'),
      '--definitions',
      join(folder, 'slo.yaml'),
    ]);
    expect(stdout).toContain(
      'Availability is not judged: how it stands is only known to the server.',
    );
    expect(stdout).toContain(
      'The error-budget policy budgets is not judged: how error budgets stand is only known to the server.',
    );
    expect(exitCode).toBe(0);
  });

  it('refuses what can’t be a label', async () => {
    const { exitCode, stderr } = await runPerfGate([
      'check',
      'passes.json',
      '--label',
      'x'.repeat(101),
    ]);
    expect(stderr).toContain('is longer than 100 characters');
    expect(exitCode).toBe(2);
  });
});
