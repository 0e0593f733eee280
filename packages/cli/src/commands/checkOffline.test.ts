import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, runPerfGate } from '../__testUtils__/runPerfGate';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const folder = temporaryFolder();

const CHECKOUT = ['--entity', 'checkout', '--catalog', 'catalog.yaml'];
const ORGANISATION = ['--definitions', 'organisation.yaml'];

describe('perf-gate check with files', () => {
  it.each([
    ['passes', 'passes.json', [], 0, 'pass'],
    ['passes with a warning', 'warns.json', [], 0, 'warn'],
    ['fails', 'fails.json', [], 1, 'fail'],
    ['misses evidence', 'passes.json', ['percentile.yaml'], 3, 'no-data'],
    [
      'fails rather than misses evidence',
      'fails.json',
      ['percentile.yaml'],
      1,
      'fail',
    ],
    [
      'puts up with missing evidence if told to',
      'passes.json',
      ['percentile.yaml', '--allow-missing'],
      0,
      'pass',
    ],
    [
      'judges by no broken definition',
      'fails.json',
      ['broken.yaml'],
      2,
      'error',
    ],
  ])('%s', async (_, report, more, exitCode, outcome) => {
    const run = await runPerfGate([
      'check',
      report,
      ...CHECKOUT,
      ...ORGANISATION,
      ...more,
      '--json',
    ]);

    expect(run.exitCode).toBe(exitCode);
    const result = JSON.parse(run.stdout);
    expect(Object.keys(result)).toEqual(['outcome', 'verdicts', 'gate']);
    expect(result.outcome).toBe(outcome);
    expect(result.gate.exitCode).toBe(exitCode);
  });

  it('tightens from organisation to system, and says what a looser component limit does', async () => {
    const { stdout, exitCode } = await runPerfGate([
      'check',
      'fails.json',
      ...CHECKOUT,
      ...ORGANISATION,
    ]);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('✖ Failed  component:default/checkout in local');
    expect(stdout).toMatch(
      /^✖ fail +Checkout latency, p95 of http\.request\.duration +412 ms +≤ 300 ms +system checkout$/m,
    );
    expect(stdout).toContain(
      'p95 ≤ 300 ms, set by system checkout (checkout-latency), tightened from org’s ≤ 500 ms; component checkout’s own ≤ 600 ms has no effect without a waiver',
    );
    expect(stdout).toContain(
      'k6 itself says: http_req_duration p(95)<350 failed',
    );
    // Worst first.
    expect(stdout.indexOf('✖ fail')).toBeLessThan(stdout.indexOf('✔ pass'));
  });

  it('takes an entity file, and folders and globs of definitions', async () => {
    const { exitCode, stdout } = await runPerfGate([
      'check',
      'fails.json',
      '--entity',
      'component-only.yaml',
      '--definitions',
      'organ*.yaml',
      '--json',
    ]);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).verdicts).toMatchObject([
      { title: 'API latency', state: 'pass', value: 412 },
      { title: 'Failed requests', state: 'pass', value: 0.005 },
    ]);
  });

  it('takes the catalog-info.yaml of the repository it runs in', async () => {
    const repository = join(folder, 'repository');
    mkdirSync(repository);
    copyFileSync(
      fixture('shop', 'component-only.yaml'),
      join(repository, 'catalog-info.yaml'),
    );

    const { exitCode } = await runPerfGate(
      [
        'check',
        fixture('shop', 'fails.json'),
        '--definitions',
        fixture('shop', 'checkout.system.yaml'),
      ],
      { workingDirectory: repository },
    );

    expect(exitCode).toBe(1);
  });

  it("applies an outer group's budget where the groups are known", async () => {
    const { exitCode, stdout } = await runPerfGate([
      'check',
      'passes.json',
      ...CHECKOUT,
      '--definitions',
      'commerce.yaml',
      '--json',
    ]);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).verdicts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          title: 'Throughput of Commerce',
          state: 'pass',
          value: 20,
        }),
      ]),
    );
  });

  it('lists what it cannot judge, never as passed', async () => {
    const { stdout } = await runPerfGate([
      'check',
      'passes.json',
      '--entity',
      'component-only.yaml',
      '--definitions',
      'organisation.yaml',
      'commerce.yaml',
      '--json',
    ]);

    const { verdicts, gate } = JSON.parse(stdout);
    expect(verdicts.map((verdict: { title: string }) => verdict.title)).toEqual(
      ['Failed requests', 'API latency'],
    );
    expect(gate.reasons).toEqual([
      {
        code: 'not-judged',
        ruleId: 'budget:http.request.rate:rate',
        message:
          'Throughput of Commerce is not judged: it depends on group:default/payments, of which nothing is known here.',
      },
    ]);
  });

  it('judges several reports together', async () => {
    const { stdout } = await runPerfGate([
      'check',
      'passes.json',
      'fails.json',
      ...CHECKOUT,
      '--started-at',
      '2026-01-02T03:04:05Z',
    ]);

    expect(stdout).toContain('passes.json: k6, 1,200 requests, 1 min');
    expect(stdout).toContain('fails.json: k6, 1,200 requests, 1 min');
  });

  it('writes several files at once, and text beside them', async () => {
    const { exitCode, stdout } = await runPerfGate([
      'check',
      'fails.json',
      ...CHECKOUT,
      ...['gate.json', 'new/comment.md', 'junit.xml', 'gate.sarif'].flatMap(
        file => ['--output', join(folder, file)],
      ),
    ]);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('Gate: exit code 1');
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    expect(JSON.parse(read('gate.json')).outcome).toBe('fail');
    expect(read('new/comment.md')).toMatch(/^### ✖ Performance: failed$/m);
    expect(read('junit.xml')).toContain('<testsuites');
    expect(JSON.parse(read('gate.sarif')).version).toBe('2.1.0');
  });

  it.each([
    [
      'a report that is none',
      ['organisation.yaml', ...CHECKOUT],
      /not a report/,
    ],
    ['no report', CHECKOUT, /No report is named/],
    [
      'an unknown entity',
      ['passes.json', '--entity', 'cart', '--catalog', 'catalog.yaml'],
      /don't hold component:default\/cart/,
    ],
    [
      'an unreadable entity ref',
      ['passes.json', '--entity', 'component:', '--catalog', 'catalog.yaml'],
      /no entity reference/,
    ],
    [
      'a glob that finds nothing',
      ['passes.json', ...CHECKOUT, '--definitions', 'none/*.yaml'],
      /No definition file found/,
    ],
    [
      'an entity nothing was pulled of',
      ['passes.json', '--entity', 'checkout', '--offline'],
      /Nothing has been pulled/,
    ],
    [
      'an entity of which only the name is known',
      ['passes.json', '--entity', 'checkout', ...ORGANISATION],
      /Nothing is known of the entity checkout but its name/,
    ],
    [
      'a file with several entities',
      ['passes.json', '--entity', 'two-components.yaml'],
      /hold several entities/,
    ],
    [
      'an output without a format',
      ['passes.json', ...CHECKOUT, '--output', 'gate.dat'],
      /extension/,
    ],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    const { exitCode, stderr } = await runPerfGate(['check', ...args]);

    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^ {2}fix: {3}\S/m);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
  });

  it('leaves a readable result for machines where the input is bad', async () => {
    const file = join(folder, 'bad', 'junit.xml');
    const { exitCode, stdout } = await runPerfGate([
      'check',
      'nowhere.json',
      ...CHECKOUT,
      '--output',
      file,
      '--output',
      join(folder, 'bad', 'gate.json'),
    ]);

    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('<error ');
    expect(
      JSON.parse(readFileSync(join(folder, 'bad', 'gate.json'), 'utf8')),
    ).toEqual({
      outcome: 'error',
      verdicts: [],
      gate: {
        exitCode: 2,
        reasons: [
          {
            code: 'bad-input',
            message: 'nowhere.json: There is no such report file.',
          },
        ],
      },
    });
  });
});
