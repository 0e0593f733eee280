import { SloIndicator, SloObjective, SloQuery } from '../model';
import { checkQuery } from './checkQuery';
import { PUSHED } from './readOpenSloQuery';
import { SloMapping } from './SloMapping';

/** v1alpha has no length of a slice; its prose speaks of good and bad minutes. */
const SLICE_SECONDS = 60;

export const V1_ALPHA_METHODS = ['Occurrences', 'Timeslices'] as const;
type Method = (typeof V1_ALPHA_METHODS)[number];

/** Source, language and text of a query. */
export function readV1AlphaQuery(
  metric: SloMapping,
): SloQuery | 'pushed' | undefined {
  metric.expectOnly(
    ['source', 'queryType', 'query', 'metadata'].filter(
      field => field !== 'metadata' || metric.has(field),
    ),
  );
  if (metric.has('metadata')) {
    metric.report.object(
      'unknown-field',
      metric.at('metadata'),
      "The SDK has no 'metadata' of a query.",
      ['sdk'],
      'key',
    );
    metric.report.lose(metric.at('metadata'), {
      said: 'details for the source',
      becomes: 'nothing: only the query is asked',
      effect: 'changed',
    });
  }
  metric.require('source');
  const source = metric.text('source')?.toLowerCase();
  if (source && PUSHED.includes(source)) {
    return 'pushed';
  }
  for (const field of ['source', 'queryType']) {
    const text = metric.text(field);
    if (text && !/^[a-zA-Z]+$/.test(text)) {
      metric.report.object(
        'invalid-value',
        metric.at(field),
        `The SDK takes only letters in '${field}'.`,
        ['sdk'],
      );
    }
  }
  metric.require('queryType', ['spec', 'sdk']);
  if (!metric.require('query')) {
    return undefined;
  }
  const query = metric.text('query');
  if (!source || !query) {
    return undefined;
  }
  checkQuery(
    query,
    metric.at('query'),
    metric.report,
    // Either says so: `source: prometheus`, `queryType: promql`.
    metric.text('queryType')?.toLowerCase() === 'promql'
      ? 'prometheus'
      : source,
  );
  return { source, query };
}

/** @returns Each with its own indicator where there is no threshold metric. */
export function readV1AlphaObjectives(
  spec: SloMapping,
  method: Method | undefined,
  threshold: SloIndicator | undefined,
): SloObjective[] | undefined {
  spec.require('objectives');
  const written = spec.mappings('objectives') ?? [];
  const objectives = written.map((objective, index) =>
    readObjective(objective, index, method, threshold),
  );
  const { report } = spec;
  const hasRatio = written.some(
    objective => objective.has('ratioMetrics') || objective.has('ratioMetric'),
  );
  for (const objective of hasRatio ? written : []) {
    if (!objective.has('ratioMetrics') && !objective.has('ratioMetric')) {
      report.reject(
        'indicator-place',
        objective.path,
        'Like the others, the objective needs `ratioMetrics`.',
      );
    }
  }
  if (hasRatio === spec.has('indicator')) {
    report.reject(
      'indicator-place',
      spec.has('indicator') ? spec.at('indicator') : spec.path,
      'There must be either a threshold metric in `indicator`, or `ratioMetrics` in the objectives.',
    );
  }
  if (threshold && written.length > 1) {
    report.object(
      'one-threshold',
      spec.at('objectives', 1),
      'With a threshold metric there may be one objective only.',
      ['spec'],
    );
  }
  const complete = objectives.filter(objective => objective !== undefined);
  if (complete.length === 0 || complete.length < written.length) {
    return undefined;
  }
  return complete;
}

function readObjective(
  objective: SloMapping,
  position: number,
  method: Method | undefined,
  threshold: SloIndicator | undefined,
): SloObjective | undefined {
  const { report } = objective;
  objective.expectOnly(
    [
      'displayName',
      'op',
      'value',
      'target',
      'timeSliceTarget',
      'ratioMetrics',
      'ratioMetric',
    ].filter(field => field !== 'ratioMetric' || objective.has(field)),
  );
  if (objective.has('ratioMetric')) {
    report.object(
      'unknown-field',
      objective.at('ratioMetric'),
      "The SDK and the prose’s examples have 'ratioMetrics'.",
      ['sdk'],
      'key',
    );
  }
  const title = objective.text('displayName');
  objective.require('target');
  const target = objective.number('target');
  if (target !== undefined && !(target >= 0 && target < 1)) {
    report.reject(
      'target-range',
      objective.at('target'),
      `'target' must be at least 0 and less than 1, not ${target}.`,
    );
  }
  const ratio =
    objective.mapping('ratioMetrics') ?? objective.mapping('ratioMetric');
  const indicator = ratio && readRatio(ratio);
  const comparison = readComparison(objective, threshold);
  const slice = readSlice(objective, method);
  if (target === undefined || (ratio && !indicator)) {
    return undefined;
  }
  return {
    name: `objective-${position + 1}`,
    ...(title && { title }),
    target,
    ...slice,
    ...(comparison && { threshold: comparison }),
    ...(indicator && { indicator }),
  };
}

function readComparison(
  objective: SloMapping,
  threshold: SloIndicator | undefined,
): SloObjective['threshold'] {
  const { report } = objective;
  const operator = objective.choice('op', ['lte', 'gte', 'lt', 'gt'] as const);
  const value = objective.number('value');
  if (threshold) {
    if (!operator || value === undefined) {
      report.reject(
        'threshold-comparison',
        objective.path,
        "With a threshold metric the objective needs 'op' and 'value'.",
      );
      return undefined;
    }
    return { operator, value };
  }
  if (objective.has('op')) {
    report.object(
      'threshold-comparison',
      objective.at('op'),
      "'op' belongs to a threshold metric, and this is a ratio.",
      ['sdk'],
    );
  }
  // The SDK wants a value even where there is nothing to compare with it.
  objective.require('value', ['sdk']);
  return undefined;
}

function readSlice(
  objective: SloMapping,
  method: string | undefined,
): Pick<SloObjective, 'timeSliceTarget' | 'timeSliceSeconds'> {
  const { report } = objective;
  const timeSliceTarget = objective.number('timeSliceTarget');
  if (method !== 'Timeslices') {
    if (timeSliceTarget !== undefined) {
      report.lose(objective.at('timeSliceTarget'), {
        said: "'timeSliceTarget'",
        becomes: 'nothing: it has no meaning with `Occurrences`',
      });
    }
    return {};
  }
  if (!objective.has('timeSliceTarget')) {
    report.object(
      'time-slice',
      objective.path,
      "With `Timeslices` the objective needs 'timeSliceTarget'.",
    );
    return {};
  }
  if (
    timeSliceTarget !== undefined &&
    !(timeSliceTarget > 0 && timeSliceTarget <= 1)
  ) {
    report.reject(
      'time-slice',
      objective.at('timeSliceTarget'),
      `'timeSliceTarget' must be more than 0 and at most 1, not ${timeSliceTarget}.`,
    );
    return {};
  }
  report.lose(objective.path, {
    said: 'not how long a slice is',
    becomes: 'slices of one minute',
    effect: 'assumed',
  });
  return { timeSliceTarget, timeSliceSeconds: SLICE_SECONDS };
}

function readRatio(ratio: SloMapping): SloIndicator | undefined {
  const { report } = ratio;
  ratio.expectOnly(
    ['incremental', 'counter', 'good', 'bad', 'total'].filter(
      field => !['counter', 'bad'].includes(field) || ratio.has(field),
    ),
  );
  for (const field of ['counter', 'bad']) {
    if (ratio.has(field)) {
      report.object(
        'unknown-field',
        ratio.at(field),
        `The SDK has no '${field}' in v1alpha.`,
        ['sdk'],
        'key',
      );
    }
  }
  const counter = ratio.boolean('counter') ?? ratio.boolean('incremental');
  if (counter === undefined) {
    report.lose(ratio.path, {
      said: 'not whether the queries give ever-growing counters',
      becomes: '`counter: false`: each value is what happened in its step',
      effect: 'assumed',
    });
  }
  ratio.require('total');
  if (ratio.has('good') === ratio.has('bad')) {
    report.object(
      'exactly-one',
      ratio.path,
      'There must be exactly one of good, bad.',
    );
    return undefined;
  }
  const [good, bad, total] = ['good', 'bad', 'total'].map(field => {
    const metric = ratio.mapping(field);
    return metric && readV1AlphaQuery(metric);
  });
  if ([good, bad, total].includes('pushed')) {
    return { type: 'pushed' };
  }
  if (typeof total !== 'object') {
    return undefined;
  }
  if (typeof good === 'object') {
    return { type: 'ratio', counter: counter ?? false, good, total };
  }
  return typeof bad === 'object'
    ? { type: 'ratio', counter: counter ?? false, bad, total }
    : undefined;
}
