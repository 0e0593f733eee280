import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  evaluateSlo,
  isCompositeSlo,
  prometheusRules,
  sampleCounter,
  SloDefinition,
  SloIndicator,
  SloObjective,
  SloSample,
  SloSpec,
  SloStatus,
} from '@perf-governance/plugin-performance-common';
import { findPrometheus, hasPrometheus } from 'test-prometheus';
import { stringify } from 'yaml';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

jest.setTimeout(120_000);

const folder = temporaryFolder();

const HOUR = 60 * 60 * 1000;
const HOURS = 8 * 24;

/** Enough to see every incident begin and end. */
const HOURS_BETWEEN = 3;

const JUDGED_HOURS = Array.from(
  { length: HOURS / HOURS_BETWEEN },
  (_, index) => (index + 1) * HOURS_BETWEEN,
);

/** Time between two values of a series: two and a half minutes; promtool holds 10,000 values at most. */
const TICK_SECONDS = 150;
const TICKS_PER_HOUR = 3600 / TICK_SECONDS;
const TICKS_PER_STEP = 2;
const STEP_SECONDS = TICKS_PER_STEP * TICK_SECONDS;

/** What happens in a tick of eight days of a service, counted from the epoch as promtool does. */
interface Happening {
  good: number;
  bad: number;
  /** Seconds, at the tick's end. */
  latency: number;
}

function happeningAt(tick: number): Happening {
  const hour = tick / TICKS_PER_HOUR;
  const within = (from: number, to: number) => hour >= from && hour < to;
  // Nights are quieter.
  const calls = hour % 24 < 6 ? 4 : 20;
  if (within(30, 33.5)) {
    return { good: calls * 0.75, bad: calls * 0.25, latency: 0.9 };
  }
  if (within(60, 66)) {
    // Nobody calls.
    return { good: 0, bad: 0, latency: 0.1 };
  }
  if (within(80, 110)) {
    // A slow burn.
    const isBad = tick % 12 === 0;
    return {
      good: isBad ? calls - 4 : calls,
      bad: isBad ? 4 : 0,
      latency: 0.2,
    };
  }
  if (within(140, 144)) {
    return { good: 0, bad: calls, latency: 2.5 };
  }
  if (within(149.9, 150.1)) {
    return { good: calls / 2, bad: calls / 2, latency: 0.4 };
  }
  return { good: calls, bad: 0, latency: 0.2 };
}

const TICKS = Array.from({ length: HOURS * TICKS_PER_HOUR }, (_, tick) =>
  happeningAt(tick),
);

/** Samples as a metric source makes them: one for each step, named by its start. */
function samplesOf(
  sampleAt: (step: Happening[]) => Pick<SloSample, 'good' | 'total'>,
): SloSample[] {
  const samples: SloSample[] = [];
  for (let tick = 0; tick < TICKS.length; tick += TICKS_PER_STEP) {
    const step = TICKS.slice(tick, tick + TICKS_PER_STEP);
    samples.push({ at: tick * TICK_SECONDS * 1000, ...sampleAt(step) });
  }
  return samples;
}

const sumOf = (step: Happening[], key: 'good' | 'bad') =>
  step.reduce((sum, tick) => sum + tick[key], 0);

const CALLS = samplesOf(step => ({
  good: sumOf(step, 'good'),
  total: sumOf(step, 'good') + sumOf(step, 'bad'),
}));

/** A hundredth of the calls, in whole ones: too few to judge by for long. */
const RARE = samplesOf(step => ({
  good: sumOf(step, 'good') > 30 ? 0.25 : 0,
  total: sumOf(step, 'good') > 30 || sumOf(step, 'bad') > 30 ? 0.25 : 0,
}));

/** The running totals that `increase` is taken of, from nothing at the start. */
function counterValues(values: number[]): string {
  let sum = 0;
  return ['0', ...values.map(value => String((sum += value)))].join(' ');
}

const ofTicks = (pick: (happening: Happening) => number) => TICKS.map(pick);

/** The counters of rare calls go on at a step's end. */
const ofSteps = (samples: SloSample[], pick: (sample: SloSample) => number) =>
  samples.flatMap(sample => [
    ...Array.from({ length: TICKS_PER_STEP - 1 }, () => 0),
    pick(sample),
  ]);

const SERIES = [
  {
    series: 'calls_total{code="200",instance="a"}',
    values: counterValues(ofTicks(({ good }) => good)),
  },
  {
    series: 'calls_total{code="500",instance="a"}',
    values: counterValues(ofTicks(({ bad }) => bad)),
  },
  {
    // Exists only once something went wrong.
    series: 'failures_total{instance="a"}',
    values: `_x${30 * TICKS_PER_HOUR} ${counterValues(
      ofTicks(({ bad }) => bad).slice(30 * TICKS_PER_HOUR),
    )}`,
  },
  {
    series: 'rare_total{code="200"}',
    values: counterValues(ofSteps(RARE, ({ good }) => good)),
  },
  {
    series: 'rare_total{code="500"}',
    values: counterValues(ofSteps(RARE, ({ good, total }) => total - good)),
  },
  {
    series: 'latency_seconds{quantile="0.95"}',
    values: ['_', ...ofTicks(({ latency }) => latency)].join(' '),
  },
  {
    series: 'error_ratio',
    values: ['_', ...ofTicks(({ latency }) => latency / 10)].join(' '),
  },
];

const query = (text: string) => ({ source: 'prometheus', query: text });

const CALLS_RATIO: SloIndicator = {
  type: 'ratio',
  counter: true,
  good: query('sum(calls_total{code="200"})'),
  total: query('calls_total'),
};

const LATENCY: SloIndicator = {
  type: 'threshold',
  metric: query('latency_seconds{quantile="0.95"} # in seconds'),
};

const FAST = samplesOf(step => ({
  good: step[TICKS_PER_STEP - 1].latency <= 0.3 ? 1 : 0,
  total: 1,
}));

function slo(
  name: string,
  indicator: SloIndicator | undefined,
  objectives: (Partial<SloObjective> & { target: number })[],
  rest: Partial<SloSpec> = {},
): SloDefinition {
  return {
    id: `org/SLO/${name}`,
    version: 1,
    kind: 'SLO',
    metadata: { name },
    layer: { kind: 'org' },
    source: { type: 'config', location: 'slos.yaml' },
    spec: {
      environment: 'production',
      budgetingMethod: 'Occurrences',
      timeWindow: { type: 'rolling', duration: { count: 7, unit: 'day' } },
      indicator,
      objectives: objectives.map((objective, index) => ({
        name: `objective-${index + 1}`,
        ...objective,
      })),
      ...rest,
    },
  };
}

/** SLOs, and the samples of each of their objectives. */
const SLOS: [SloDefinition, ...SloSample[][]][] = [
  [slo('good-and-total', CALLS_RATIO, [{ target: 0.99 }]), CALLS],
  [
    slo(
      'bad-and-total',
      {
        type: 'ratio',
        counter: true,
        bad: query('sum by (instance) (failures_total)'),
        total: query('sum(calls_total)'),
      },
      [{ target: 0.99 }, { target: 0.9 }],
    ),
    CALLS,
    CALLS,
  ],
  [
    slo(
      'rates',
      {
        type: 'ratio',
        counter: false,
        bad: query('sum(rate(calls_total{code="500"}[{{.window}}]))'),
        total: query('sum(rate(calls_total[{{ .window }}]))'),
      },
      [{ target: 0.97 }],
    ),
    CALLS.map(({ at, good, total }) => ({
      at,
      good: good / STEP_SECONDS,
      total: total / STEP_SECONDS,
    })),
  ],
  [
    slo(
      'values',
      {
        type: 'ratio',
        counter: false,
        good: query('sum(increase(calls_total{code="200"}[5m]))'),
        total: query('sum(increase(calls_total[5m]))'),
      },
      [{ target: 0.98 }],
    ),
    CALLS,
  ],
  [
    slo(
      'slices',
      CALLS_RATIO,
      [{ target: 0.97, timeSliceTarget: 0.9, timeSliceSeconds: 900 }],
      { budgetingMethod: 'Timeslices' },
    ),
    CALLS,
  ],
  [
    slo(
      'ratios-of-slices',
      CALLS_RATIO,
      [{ target: 0.95, timeSliceSeconds: 3600 }],
      { budgetingMethod: 'RatioTimeslices' },
    ),
    CALLS,
  ],
  [
    slo('threshold', LATENCY, [
      { target: 0.95, threshold: { operator: 'lte', value: 0.3 } },
    ]),
    FAST,
  ],
  [
    slo(
      'slices-of-threshold',
      LATENCY,
      [
        {
          target: 0.99,
          threshold: { operator: 'lte', value: 0.3 },
          timeSliceTarget: 0.5,
          timeSliceSeconds: 600,
        },
      ],
      { budgetingMethod: 'Timeslices' },
    ),
    FAST,
  ],
  [
    slo(
      'raw',
      {
        type: 'raw-ratio',
        counter: false,
        raw: query('error_ratio'),
        rawType: 'failure',
      },
      [{ target: 0.96 }],
    ),
    samplesOf(step => ({
      good: 1 - step[TICKS_PER_STEP - 1].latency / 10,
      total: 1,
    })),
  ],
  [
    slo(
      'rare',
      {
        type: 'ratio',
        counter: true,
        good: query('sum(rare_total{code="200"})'),
        total: query('sum(rare_total)'),
      },
      [{ target: 0.99 }],
      { minEvents: 1000 },
    ),
    RARE,
  ],
  [
    slo('composite', undefined, [
      { target: 0.99, weight: 3, indicator: CALLS_RATIO },
      {
        target: 0.95,
        indicator: LATENCY,
        threshold: { operator: 'lte', value: 0.3 },
      },
    ]),
    CALLS,
    FAST,
  ],
];

/** Each SLO and objective that stands for itself, as it does at an hour. */
function statusesAt(
  hour: number,
): { labels: Record<string, string>; status: SloStatus }[] {
  return SLOS.flatMap(([{ metadata, spec }, ...samples]) => {
    const names = spec.objectives.map(({ name }) => name);
    const judged = isCompositeSlo(spec) ? [undefined] : names;
    return judged.map(objective => ({
      labels: {
        slo: metadata.name,
        ...(objective && names.length > 1 && { objective }),
      },
      status: evaluateSlo({
        spec,
        objective,
        now: hour * HOUR,
        counterOf: counted =>
          sampleCounter({
            samples: samples[names.indexOf(counted.name)],
            stepSeconds: STEP_SECONDS,
            method: spec.budgetingMethod,
            objective: counted,
          }),
      }),
    }));
  });
}

function metricOf(labels: Record<string, string | undefined>): string {
  const pairs = Object.entries(labels)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `{${pairs.join(', ')}}`;
}

const ALERTS =
  'count by (alertname, slo, objective, severity, long_window, short_window) (ALERTS{alertstate="firing"})';

/** What promtool has to find at an hour: the alerts that are active, and what is left of budgets. */
function expectationsAt(hour: number) {
  const statuses = statusesAt(hour);
  return [
    {
      expr: ALERTS,
      eval_time: `${hour}h`,
      exp_samples: statuses.flatMap(({ labels, status }) => [
        ...status.alerts
          .filter(({ active }) => active)
          .map(({ severity, longWindow, shortWindow }) => ({
            labels: metricOf({
              alertname: 'SloErrorBudgetBurn',
              ...labels,
              severity,
              long_window: longWindow,
              short_window: shortWindow,
            }),
            value: 1,
          })),
        ...(status.state === 'fail'
          ? [
              {
                labels: metricOf({
                  alertname: 'SloErrorBudgetSpent',
                  ...labels,
                  severity: 'ticket',
                }),
                value: 1,
              },
            ]
          : []),
      ]),
    },
    {
      expr: 'round(sum by (slo, objective) (slo:error_budget:remaining_ratio{slo!="composite"} or slo:error_budget:remaining_ratio{objective=""}), 0.0001)',
      eval_time: `${hour}h`,
      exp_samples: statuses.flatMap(({ labels, status }) =>
        status.budget
          ? [
              {
                labels: metricOf(labels),
                value:
                  Math.floor(status.budget.remainingShare * 10_000 + 0.5) /
                  10_000,
              },
            ]
          : [],
      ),
    },
  ];
}

const describePrometheus = hasPrometheus() ? describe : describe.skip;

describePrometheus('rules of Prometheus', () => {
  it('see the alerts and spent budgets that evaluateSlo sees', async () => {
    const workingDirectory = await mkdtemp(join(folder, 'promtool-'));
    const { groups, omissions } = prometheusRules(
      SLOS.map(([one]) => ({ slo: one })),
    );

    const write = (name: string, content: object) =>
      writeFile(
        join(workingDirectory, name),
        stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }),
      );
    await write('rules.yaml', { groups });
    await write('test.yaml', {
      rule_files: ['rules.yaml'],
      evaluation_interval: `${HOURS_BETWEEN}h`,
      tests: [
        {
          interval: `${TICK_SECONDS}s`,
          input_series: SERIES,
          promql_expr_test: JUDGED_HOURS.flatMap(expectationsAt),
        },
      ],
    });

    const { stdout } = await promisify(execFile)(
      findPrometheus().promtool,
      ['test', 'rules', 'test.yaml'],
      { cwd: workingDirectory, maxBuffer: 64 * 1024 * 1024 },
    );

    expect(stdout).toContain('SUCCESS');
    // Slices of 15 minutes and an hour are too coarse for five minutes; those of an hour for thirty, too.
    expect(
      omissions.map(({ slo: name, message }) => `${name}: ${message}`),
    ).toEqual([
      'slices: its alert over 1h and 5m: what it counts is 15m long',
      'ratios-of-slices: its alert over 1h and 5m: what it counts is 1h long',
      'ratios-of-slices: its alert over 6h and 30m: what it counts is 1h long',
      'slices-of-threshold: its alert over 1h and 5m: what it counts is 10m long',
    ]);
  });

  it('had alerts and spent budgets to see, and some that few events keep back', () => {
    const seen = new Map<string, Set<string>>();
    for (const hour of JUDGED_HOURS) {
      for (const { labels, status } of statusesAt(hour)) {
        const { alerts, state, budget } = status;
        const all = seen.get(labels.slo) ?? new Set();
        seen.set(labels.slo, all.add(state));
        if (alerts.some(({ active }) => active)) {
          all.add('alert');
        }
        if (state === 'no-data' && budget && budget.remaining < 0) {
          all.add('kept back');
        }
      }
    }

    const withAlert = [...seen].filter(([, all]) => all.has('alert'));
    expect(withAlert.map(([name]) => name)).toEqual(
      SLOS.map(([{ metadata }]) => metadata.name),
    );
    const failed = [...seen].filter(([, all]) => all.has('fail'));
    expect(failed.length).toBeGreaterThan(SLOS.length / 2);
    expect(seen.get('rare')).toContain('kept back');
  });
});
