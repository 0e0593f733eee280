import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPrometheus, hasPrometheus } from 'test-prometheus';
import { parse } from 'yaml';
import { runPerfGate } from '../__testUtils__/runPerfGate';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const folder = temporaryFolder();

const SLOS = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: availability, displayName: Checkout answers }
spec:
  service: checkout
  budgetingMethod: Occurrences
  indicator:
    metadata: { name: good-answers }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: 'sum(requests_total{code!~"5.."})' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'sum(requests_total)' } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ target: 0.999 }]
---
apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: fast }
spec:
  budgetingMethod: Timeslices
  indicator:
    spec:
      thresholdMetric:
        metricSource: { metricSourceRef: prometheus, spec: { query: 'max by (job) (latency_seconds{job="checkout"})' } }
  timeWindow: [{ duration: 2w, isRolling: true }]
  objectives:
    - { displayName: Fast, op: lte, value: 0.3, target: 0.95, timeSliceTarget: 1, timeSliceWindow: 1m }
    - { displayName: Bearable, op: lte, value: 1, target: 0.99, timeSliceTarget: 1, timeSliceWindow: 1m }
`;

async function rules(content: string, args: string[] = []) {
  const workingDirectory = await mkdtemp(join(folder, 'rules-'));
  await writeFile(join(workingDirectory, 'slos.yaml'), content);
  return {
    workingDirectory,
    ...(await runPerfGate(['slo', 'rules', 'slos.yaml', ...args], {
      workingDirectory,
    })),
  };
}

describe('perf-gate slo rules', () => {
  it('writes what is recorded and alerted on', async () => {
    const { stdout, stderr, exitCode } = await rules(SLOS);

    expect(stderr).toBe('');
    const { groups } = parse(stdout);
    expect(groups).toMatchObject([
      { name: 'slo-availability' },
      { name: 'slo-availability-budget', interval: '5m' },
      { name: 'slo-fast' },
      { name: 'slo-fast-budget', interval: '5m' },
    ]);
    const labels = {
      slo: 'availability',
      environment: 'production',
      service: 'checkout',
    };
    expect(groups[0].rules).toContainEqual({
      alert: 'SloErrorBudgetBurn',
      expr: ['1h', '5m']
        .map(
          window =>
            `slo:errors:ratio_${window}{slo="availability",environment="production",service="checkout"} > 0.0144`,
        )
        .join(' and '),
      labels: {
        ...labels,
        severity: 'page',
        long_window: '1h',
        short_window: '5m',
      },
      annotations: {
        summary:
          'Checkout answers burns its error budget more than 14.4 times too fast',
        description: 'Over 1h and 5m, more than 0.0144 of what counts is bad.',
      },
    });
    expect(groups[2].rules).toContainEqual({
      record: 'slo:errors:ratio_1h',
      expr: 'avg_over_time(((sum(max by (job) (latency_seconds{job="checkout"})) <= bool 0.3) < bool 1)[3599999ms:1m])',
      labels: {
        slo: 'fast',
        environment: 'production',
        objective: 'objective-1',
      },
    });
    expect(exitCode).toBe(0);
  });

  it('writes them to a file', async () => {
    const { workingDirectory, stdout } = await rules(SLOS, [
      '--output',
      'out/rules.yaml',
    ]);

    expect(stdout).toBe('');
    const text = await readFile(
      join(workingDirectory, 'out/rules.yaml'),
      'utf8',
    );
    expect(parse(text).groups).toHaveLength(4);
  });

  it.each([
    [
      'pushed samples',
      SLOS.replaceAll('type: Prometheus', 'type: pushed'),
      ['availability: all of it: its samples are pushed'],
      2,
    ],
    [
      'templates for entities',
      SLOS.replace('job="checkout"', 'job="{{ entity.metadata.name }}"'),
      [
        'fast, objective-2: all of it: its query is for each entity on its own: {{ entity.metadata.name }}',
      ],
      2,
    ],
    [
      'other languages',
      SLOS.replaceAll('type: Prometheus', 'type: BigQuery').replace(
        "'sum(requests_total)'",
        "'SELECT count(*) FROM requests'",
      ),
      [
        'availability: all of it: its query isn’t PromQL: SELECT count(*) FROM requests',
      ],
      2,
    ],
    [
      'budgets of the calendar, but alerts on them all the same',
      SLOS.replace(
        'duration: 30d, isRolling: true',
        "duration: 1M, isRolling: false, calendar: { startTime: '2026-01-01 00:00:00', timeZone: Europe/Berlin }",
      ),
      [
        'availability: its alert on a spent budget: PromQL knows no windows of the calendar',
      ],
      3,
    ],
    [
      'alerts that samples are too coarse for',
      SLOS.replaceAll('timeSliceWindow: 1m', 'timeSliceWindow: 1h'),
      [
        'fast, objective-1: its alert over 1h and 5m: what it counts is 1h long',
        'fast, objective-2: its alert over 6h and 30m: what it counts is 1h long',
      ],
      4,
    ],
  ])('tells of %s', async (_, content, expected, groups) => {
    const { stdout, stderr, exitCode } = await rules(content);

    for (const text of expected) {
      expect(stderr).toContain(`slos.yaml  left out  ${text}`);
    }
    expect(exitCode).toBe(1);
    expect(parse(stdout).groups).toHaveLength(groups);
  });

  it('writes templates for the entities that they are about', async () => {
    const template = SLOS.split('---')[1]
      .replace('job="checkout"', 'job="{{ entity.metadata.name }}"')
      .replace(
        'spec:',
        'spec:\n  appliesTo: { entity: { kind: Component } }\n  exempt: [{ when: { lifecycle: experimental }, reason: Nobody depends on it yet. }]',
      );
    const component = (name: string, lifecycle: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: ${lifecycle}, owner: payments }
`;
    const { workingDirectory } = await rules(template);
    await writeFile(
      join(workingDirectory, 'catalog.yaml'),
      [
        component('checkout', 'production'),
        component('beta', 'experimental'),
        component('search', 'production'),
      ].join('---'),
    );

    const { stdout, stderr, exitCode } = await runPerfGate(
      ['slo', 'rules', 'slos.yaml', '--catalog', 'catalog.yaml'],
      { workingDirectory },
    );

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const { groups } = parse(stdout);
    expect(groups.map(({ name }: { name: string }) => name)).toEqual([
      'slo-fast-component:default/checkout',
      'slo-fast-component:default/checkout-budget',
      'slo-fast-component:default/search',
      'slo-fast-component:default/search-budget',
    ]);
    expect(groups[2].rules[0]).toMatchObject({
      record: 'slo:errors:ratio_5m',
      expr: expect.stringContaining('latency_seconds{job="search"}'),
      labels: { slo: 'fast', entity: 'component:default/search' },
    });
  });

  it('refuses SLOs of one name', async () => {
    const { workingDirectory } = await rules(SLOS);
    await writeFile(join(workingDirectory, 'more.yaml'), SLOS);

    const again = await runPerfGate(['slo', 'rules', '*.yaml'], {
      workingDirectory,
    });
    expect(again.stderr).toContain('There are two SLOs named "availability".');
    expect(again.exitCode).toBe(2);
    expect(again.stdout).toBe('');
  });
});

const describePrometheus = hasPrometheus() ? describe : describe.skip;

describePrometheus('promtool', () => {
  it('takes the rules', async () => {
    const { workingDirectory } = await rules(SLOS, ['-o', 'rules.yaml']);

    const { stdout } = await promisify(execFile)(
      findPrometheus().promtool,
      ['check', 'rules', 'rules.yaml'],
      { cwd: workingDirectory },
    );
    // For each of three objectives 7 burn windows, 4 alerts on them, 2 records of the budget and an alert on it;
    // for that of occurrences the number of events, too, and whether they are enough.
    expect(stdout).toContain(`SUCCESS: ${3 * (7 + 4 + 3) + 2} rules found`);
  });
});
