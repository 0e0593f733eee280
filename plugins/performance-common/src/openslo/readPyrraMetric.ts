import { checkQuery } from './checkQuery';
import { SloMapping } from './SloMapping';

/** Reads the metric of a part of an indicator. */
export function readPyrraMetric(
  part: SloMapping,
  field: string,
): string | undefined {
  part.require(field);
  const query = part.mapping(field);
  query?.expectOnly(['metric'], []);
  return query && readPyrraSelector(query);
}

/** A metric's name with label matchers, in quotes of either kind. */
const SELECTOR =
  /^[a-zA-Z_:][a-zA-Z0-9_:]*\s*(\{([^"'{}]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*')*\})?$|^\{([^"'{}]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*')+\}$/;

/** Reads a metric that can be counted as it is. */
export function readPyrraSelector(query: SloMapping): string | undefined {
  query.require('metric');
  const metric = query.text('metric')?.trim();
  if (metric) {
    checkQuery(metric, query.at('metric'), query.report, 'prometheus');
  }
  if (metric && !SELECTOR.test(metric)) {
    query.report.object(
      'query-selector',
      query.at('metric'),
      'The metric must be a name with label matchers, without functions.',
      ['sdk', 'governance'],
    );
    return undefined;
  }
  return metric;
}
