import { SloIndicator, SloQuery } from '../model';
import { unknownTemplate } from '../openslo/unknownTemplate';
import { checkPromQl } from './checkPromQl';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/** A query as users write it, without what the schema refuses. */
interface WrittenQuery {
  metricSource?: {
    metricSourceRef?: string;
    type?: string;
    spec?: { query?: string };
  };
}

/** An indicator as users write it, without what the schema refuses. */
export interface WrittenIndicator {
  spec?: {
    ratioMetric?: {
      counter?: boolean;
      good?: WrittenQuery;
      bad?: WrittenQuery;
      total?: WrittenQuery;
      raw?: WrittenQuery;
      rawType?: 'success' | 'failure';
    };
    thresholdMetric?: WrittenQuery;
  };
}

/** A source of this name has its samples pushed through the API. */
const PUSHED = 'pushed';

/** @returns `undefined` if a part that it needs is missing. */
export function readSloIndicator(
  { spec = {} }: WrittenIndicator,
  path: DocumentPath,
  reporter: ProblemReporter,
): SloIndicator | undefined {
  const query = (written: WrittenQuery | undefined, at: DocumentPath) =>
    written && readQuery(written, [...path, 'spec', ...at], reporter);
  const metric = query(spec.thresholdMetric, ['thresholdMetric']);
  if (metric === PUSHED) {
    reporter.error(
      'invalid-value',
      [...path, 'spec', 'thresholdMetric'],
      'What is pushed are good and total, so it is a `ratioMetric`.',
    );
    return undefined;
  }
  if (metric) {
    return { type: 'threshold', metric };
  }
  const { ratioMetric } = spec;
  if (!ratioMetric) {
    return undefined;
  }
  checkRatio(ratioMetric, [...path, 'spec', 'ratioMetric'], reporter);
  const { counter = false, rawType } = ratioMetric;
  const [good, bad, total, raw] = (
    ['good', 'bad', 'total', 'raw'] as const
  ).map(field => query(ratioMetric[field], ['ratioMetric', field]));
  if ([good, bad, total, raw].includes(PUSHED)) {
    return { type: 'pushed' };
  }
  const isQuery = (found: typeof good): found is SloQuery =>
    typeof found === 'object';
  if (isQuery(raw) && rawType) {
    return { type: 'raw-ratio', counter: false, raw, rawType };
  }
  if (!isQuery(total) || (!isQuery(good) && !isQuery(bad))) {
    return undefined;
  }
  return {
    type: 'ratio',
    counter,
    ...(isQuery(good) ? { good } : isQuery(bad) && { bad }),
    total,
  };
}

function checkRatio(
  ratio: object & { rawType?: string },
  path: DocumentPath,
  reporter: ProblemReporter,
): void {
  if ('total' in ratio && 'good' in ratio === 'bad' in ratio) {
    reporter.error(
      'exactly-one',
      path,
      'With `total` there must be exactly one of good, bad.',
    );
  }
  if ('raw' in ratio) {
    if (!('rawType' in ratio)) {
      reporter.error(
        'missing-field',
        path,
        "With `raw` there must be 'rawType': whether it is the ratio of successes or of failures.",
      );
    }
    for (const field of ['good', 'bad']) {
      if (field in ratio) {
        reporter.error(
          'exactly-one',
          [...path, field],
          `With \`raw\` there is no \`${field}\`.`,
        );
      }
    }
  } else if ('rawType' in ratio) {
    reporter.error(
      'invalid-value',
      [...path, 'rawType'],
      '`rawType` belongs to `raw`.',
    );
  }
}

function readQuery(
  { metricSource = {} }: WrittenQuery,
  path: DocumentPath,
  reporter: ProblemReporter,
): SloQuery | typeof PUSHED | undefined {
  const { metricSourceRef, type } = metricSource;
  const source = metricSourceRef ?? type?.toLowerCase();
  if (source === PUSHED) {
    return PUSHED;
  }
  if (!('spec' in metricSource)) {
    reporter.error(
      'missing-field',
      [...path, 'metricSource'],
      "The metric source lacks the field 'spec' with its `query`.",
    );
  }
  const query = metricSource.spec?.query;
  if (metricSource.spec && query === undefined) {
    reporter.error(
      'missing-field',
      [...path, 'metricSource', 'spec'],
      "The `spec` of a metric source lacks the field 'query'.",
    );
  }
  const template = query === undefined ? undefined : unknownTemplate(query);
  if (template !== undefined) {
    reporter.error(
      'invalid-value',
      [...path, 'metricSource', 'spec', 'query'],
      `The query has the template ${template}, which isn’t known; known are {{.window}} and fields of the entity, such as {{ entity.metadata.name }}.`,
    );
  } else if (query !== undefined) {
    checkPromQl(
      query,
      type ?? source,
      [...path, 'metricSource', 'spec', 'query'],
      reporter,
    );
  }
  return source === undefined || query === undefined
    ? undefined
    : { source, query };
}
