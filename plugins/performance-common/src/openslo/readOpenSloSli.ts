import { SloIndicator, SloQuery } from '../model';
import { checkDescription } from './checkMetadata';
import { readOpenSloQuery, Unusable } from './readOpenSloQuery';
import { SloMapping } from './SloMapping';

/** Reads the `spec` of an SLI. */
export function readOpenSloSli(
  spec: SloMapping,
  dialect: string,
  unusable: Unusable,
): SloIndicator | undefined {
  spec.expectOnly(['description', 'thresholdMetric', 'ratioMetric']);
  if (checkDescription(spec)) {
    spec.report.lose(spec.at('description'), {
      said: 'a description of the indicator',
      becomes: 'nothing: only the SLO has one',
    });
  }
  if (spec.has('thresholdMetric') === spec.has('ratioMetric')) {
    spec.report.object(
      'exactly-one',
      spec.path,
      'There must be exactly one of thresholdMetric, ratioMetric.',
    );
    return undefined;
  }
  const threshold = spec.mapping('thresholdMetric');
  if (threshold) {
    const metric = readOpenSloQuery(threshold, dialect, unusable);
    if (metric === 'pushed') {
      unusable(
        'invalid-value',
        threshold,
        'What is pushed are good and total, so it is a ratioMetric.',
      );
      return undefined;
    }
    return metric && { type: 'threshold', metric };
  }
  const ratio = spec.mapping('ratioMetric');
  return ratio && readRatio(ratio, dialect, unusable);
}

const QUERIES = ['good', 'bad', 'total', 'raw'] as const;

function readRatio(
  ratio: SloMapping,
  dialect: string,
  unusable: Unusable,
): SloIndicator | undefined {
  ratio.expectOnly(['counter', ...QUERIES, 'rawType']);
  const counter = ratio.boolean('counter');
  const rawType = ratio.choice('rawType', ['success', 'failure'] as const, [
    'spec',
    'sdk',
  ]);
  const isSound = checkParts(ratio);
  const [good, bad, total, raw] = QUERIES.map(field => {
    const metric = ratio.mapping(field);
    return metric && readOpenSloQuery(metric, dialect, unusable);
  });
  if (!isSound) {
    return undefined;
  }
  if ([good, bad, total, raw].includes('pushed')) {
    return { type: 'pushed' };
  }
  if (isQuery(raw)) {
    return rawType && { type: 'raw-ratio', counter: false, raw, rawType };
  }
  if (!ratio.has('counter')) {
    checkCounter(ratio);
  }
  if (!isQuery(total) || !(isQuery(good) || isQuery(bad))) {
    return undefined;
  }
  return {
    type: 'ratio',
    counter: counter ?? false,
    ...(isQuery(good) ? { good } : isQuery(bad) && { bad }),
    total,
  };
}

function isQuery(query: SloQuery | string | undefined): query is SloQuery {
  return typeof query === 'object';
}

function checkCounter(ratio: SloMapping): void {
  ratio.report.object(
    'missing-field',
    ratio.path,
    "The ratio doesn’t say by 'counter' whether its queries give ever-growing counters; they are taken not to.",
    ['schema'],
  );
  ratio.report.lose(ratio.path, {
    said: 'not whether the queries give ever-growing counters',
    becomes: '`counter: false`: each value is what happened in its step',
    effect: 'assumed',
  });
}

/** @returns Whether it is clear which ratio is meant. */
function checkParts(ratio: SloMapping): boolean {
  const { report } = ratio;
  const [good, bad, total, raw] = QUERIES.map(field => ratio.has(field));
  if (raw) {
    // The schema knows no raw ratios: it asks for total and one of good and bad.
    if (total || good || bad) {
      report.reject(
        'exactly-one',
        ratio.path,
        'With `raw` there is no total, good or bad.',
      );
      return false;
    }
    report.object(
      'raw-ratio',
      ratio.at('raw'),
      'The schema has no raw ratios.',
      ['schema'],
    );
    if (!ratio.has('rawType')) {
      report.reject(
        'raw-ratio',
        ratio.path,
        'With `raw` there must be `rawType`: whether it is the ratio of successes or of failures.',
      );
    }
    return true;
  }
  if (ratio.has('rawType')) {
    report.object(
      'raw-ratio',
      ratio.at('rawType'),
      '`rawType` belongs to `raw`; `good` or `bad` says it already.',
      ['spec'],
    );
  }
  if (!total) {
    report.object(
      'exactly-one',
      ratio.path,
      'There must be exactly one of total, raw.',
    );
    return false;
  }
  if (good === bad) {
    report.object(
      'exactly-one',
      ratio.path,
      'With `total` there must be exactly one of good, bad.',
    );
    return false;
  }
  return true;
}
