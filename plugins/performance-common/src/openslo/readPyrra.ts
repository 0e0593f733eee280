import { SloDuration, SloIndicator, SloSpec } from '../model';
import { loseLabels, readOwnSettings } from './ownSettings';
import { parsePrometheusDuration } from './parsePrometheusDuration';
import { ratioOfPercent } from './ratioOfPercent';
import { readKind } from './readOpenSloObject';
import { readPyrraMetric, readPyrraSelector } from './readPyrraMetric';
import { durationOfSeconds, isTooLong, parseSloDuration } from './sloDuration';
import { SloMapping } from './SloMapping';

/** Pyrra's metrics are of Prometheus. */
const SOURCE = 'prometheus';

/** Fields that a definition doesn't hold, and what there is instead. */
const UNHELD: Record<string, string> = {
  alerting:
    'nothing: alerts are by burn rate over pairs of windows, and Backstage’s notifications tell of them',
  partial_response_strategy:
    'nothing: warnings of the source about partial data are kept',
  performanceOverAccuracy: 'nothing: samples are kept by step',
  ruleOutput: 'nothing: a definition writes no rules',
};

/** Reads Pyrra's resource. */
export function readPyrra(object: SloMapping): SloSpec | undefined {
  // Kubernetes prunes what the schema doesn't have.
  object.expectOnly(['apiVersion', 'kind', 'metadata', 'spec', 'status'], []);
  readKind(object, ['ServiceLevelObjective']);
  object.require('metadata');
  const metadata = object.mapping('metadata');
  metadata?.require('name');
  loseLabels(metadata);
  if (metadata?.has('namespace')) {
    metadata.report.lose(metadata.at('namespace'), {
      said: `the namespace '${metadata.raw('namespace')}'`,
      becomes: 'nothing: where its file is says whom it is about',
    });
  }
  const spec = object.require('spec', ['governance'])
    ? object.mapping('spec')
    : undefined;
  if (!spec) {
    return undefined;
  }
  spec.expectOnly(
    ['description', 'target', 'window', 'indicator', ...Object.keys(UNHELD)],
    [],
  );
  spec.text('description');
  loseUnheld(spec);
  checkAlerting(spec.mapping('alerting'));
  const target = readTarget(spec);
  const duration = readWindow(spec);
  spec.require('indicator');
  const written = spec.mapping('indicator');
  const indicator = written && readIndicator(written);
  if (target === undefined || !duration || !indicator) {
    return undefined;
  }
  return {
    budgetingMethod: 'Occurrences',
    timeWindow: { type: 'rolling', duration },
    indicator,
    objectives: [{ name: 'objective-1', target }],
    ...readOwnSettings(metadata),
  };
}

function loseUnheld(spec: SloMapping): void {
  for (const [field, becomes] of Object.entries(UNHELD)) {
    if (spec.has(field)) {
      spec.report.lose(spec.at(field), { said: `'${field}'`, becomes });
    }
  }
}

function checkAlerting(alerting: SloMapping | undefined): void {
  const severities = [
    'absent',
    'fastBurn',
    'mediumBurn',
    'slowBurn',
    'longTermBurn',
  ];
  const switches = ['disabled', 'burnrates', 'absent'];
  const names = ['name', 'absentName'];
  alerting?.expectOnly([...switches, ...names, 'severities'], []);
  switches.forEach(field => alerting?.boolean(field));
  names.forEach(field => alerting?.text(field));
  alerting?.mapping('severities')?.expectOnly(severities, []);
  alerting?.textMap('severities');
}

function readTarget(spec: SloMapping): number | undefined {
  spec.require('target');
  const text = spec.text('target');
  if (!text) {
    return undefined;
  }
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(percent >= 0 && percent < 100)) {
    spec.report.reject(
      'target-range',
      spec.at('target'),
      percent === 100
        ? 'A target of 100 % leaves no error budget; it must be less.'
        : `'target' is in percent, at least 0 and less than 100, not ${text}.`,
    );
    return undefined;
  }
  if (percent > 0 && percent < 1) {
    spec.report.advise(
      'target-range',
      spec.at('target'),
      `'target' is in percent: ${text} asks for next to nothing.`,
    );
  }
  return ratioOfPercent(percent);
}

function readWindow(spec: SloMapping): SloDuration | undefined {
  spec.require('window');
  const text = spec.text('window');
  if (!text) {
    return undefined;
  }
  const seconds = parsePrometheusDuration(text);
  if (!seconds || seconds % 60 !== 0) {
    spec.report.reject(
      'invalid-duration',
      spec.at('window'),
      `'${text}' is no length of time in whole minutes; write e.g. \`4w\`.`,
    );
    return undefined;
  }
  // Prometheus has no months: its `m` is a minute, too, and its year has 365 days.
  const duration =
    (/^\d+[mhdw]$/.test(text) && parseSloDuration(text)) ||
    durationOfSeconds(seconds);
  if (isTooLong(duration)) {
    spec.report.reject(
      'invalid-duration',
      spec.at('window'),
      `'${text}' is more than ten years, the longest that can be asked for.`,
    );
  }
  return duration;
}

const KINDS = ['ratio', 'latency', 'latencyNative', 'bool_gauge'] as const;

function readIndicator(indicator: SloMapping): SloIndicator | undefined {
  indicator.expectOnly(KINDS, []);
  const given = KINDS.filter(kind => indicator.has(kind));
  if (given.length !== 1) {
    indicator.report.object(
      'exactly-one',
      indicator.path,
      `There must be exactly one of ${KINDS.join(', ')}.`,
      ['governance'],
    );
    return undefined;
  }
  const [kind] = given;
  const part = indicator.mapping(kind);
  if (!part) {
    return undefined;
  }
  loseGrouping(part);
  switch (kind) {
    case 'ratio':
      return readRatio(part);
    case 'latency':
      return readLatency(part);
    case 'latencyNative':
      return readNativeLatency(part);
    default:
      return readBoolGauge(part);
  }
}

function loseGrouping(part: SloMapping): void {
  const labels = part.texts('grouping');
  if (labels.length > 0) {
    part.report.lose(part.at('grouping'), {
      said: `an SLO for each value of ${labels.join(', ')}`,
      becomes: 'one SLO over all of them',
      effect: 'changed',
    });
  }
}

function readRatio(ratio: SloMapping): SloIndicator | undefined {
  ratio.expectOnly(['errors', 'total', 'grouping'], []);
  const errors = readPyrraMetric(ratio, 'errors');
  const total = readPyrraMetric(ratio, 'total');
  if (!errors || !total) {
    return undefined;
  }
  if (errors === total) {
    ratio.report.advise(
      'invalid-value',
      ratio.at('errors'),
      'Errors and total are the same metric: everything would be an error.',
    );
  }
  return {
    type: 'ratio',
    counter: true,
    // Where nothing has failed yet, there is often no series of failures at all.
    bad: { source: SOURCE, query: `sum(${errors}) or vector(0)` },
    total: { source: SOURCE, query: `sum(${total})` },
  };
}

function readLatency(latency: SloMapping): SloIndicator | undefined {
  latency.expectOnly(['success', 'total', 'grouping'], []);
  const success = readPyrraMetric(latency, 'success');
  const total = readPyrraMetric(latency, 'total');
  if (success && !/[{,]\s*le\s*=\s*"[0-9.e+-]+"/.test(success)) {
    latency.report.object(
      'query-selector',
      latency.at('success', 'metric'),
      'What is fast enough needs the label `le` with the longest time.',
      ['sdk'],
    );
  }
  if (!success || !total) {
    return undefined;
  }
  return {
    type: 'ratio',
    counter: true,
    good: { source: SOURCE, query: `sum(${success})` },
    total: { source: SOURCE, query: `sum(${total})` },
  };
}

function readNativeLatency(latency: SloMapping): SloIndicator | undefined {
  latency.expectOnly(['total', 'latency', 'grouping'], []);
  const total = readPyrraMetric(latency, 'total');
  latency.require('latency');
  const text = latency.text('latency');
  const seconds = text ? parsePrometheusDuration(text) : undefined;
  if (text && !seconds) {
    latency.report.reject(
      'invalid-duration',
      latency.at('latency'),
      `'${text}' is no length of time; write e.g. \`200ms\`.`,
    );
  }
  if (!total || !seconds) {
    return undefined;
  }
  return {
    type: 'ratio',
    counter: true,
    good: {
      source: SOURCE,
      query: `histogram_fraction(0, ${seconds}, sum(${total})) * histogram_count(sum(${total}))`,
    },
    total: { source: SOURCE, query: `histogram_count(sum(${total}))` },
  };
}

function readBoolGauge(gauge: SloMapping): SloIndicator | undefined {
  gauge.expectOnly(['metric', 'grouping'], []);
  const metric = readPyrraSelector(gauge);
  if (!metric) {
    return undefined;
  }
  const over = (aggregate: string) => ({
    source: SOURCE,
    query: `sum(${aggregate}_over_time(${metric}[{{.window}}]))`,
  });
  return {
    type: 'ratio',
    counter: false,
    good: over('sum'),
    total: over('count'),
  };
}
