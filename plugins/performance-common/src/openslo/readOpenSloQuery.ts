import { SloQuery } from '../model';
import { checkName } from './checkMetadata';
import { checkQuery } from './checkQuery';
import { OpenSloRule } from './openSloRules';
import { isMapping, SloMapping } from './SloMapping';

/** A source of this name has its samples pushed through the API. */
export const PUSHED = ['push', 'pushed'];

/** Why what the format allows can't be measured. */
export type Unusable = (
  rule: OpenSloRule,
  mapping: SloMapping,
  message: string,
) => void;

/** Whom to ask and what, where the format says so. */
interface WrittenQuery {
  source?: string;
  /** What the source is, where that is said. */
  type?: string;
  /** Holds the query; where it is anything that the source understands. */
  spec?: SloMapping;
}

/** @returns `pushed` where nobody is asked; `undefined` where it isn't said whom or what to ask. */
export function readOpenSloQuery(
  metric: SloMapping,
  dialect: string,
  unusable: Unusable,
): SloQuery | 'pushed' | undefined {
  const written =
    dialect === 'openslo/v1' ? readV1(metric) : readV2Alpha(metric);
  if (!written) {
    return undefined;
  }
  const { source, type, spec } = written;
  if (source !== undefined && PUSHED.includes(source)) {
    return 'pushed';
  }
  if (source === undefined) {
    unusable(
      'no-metric-source',
      metric,
      'It says no source that it is measured by.',
    );
  }
  const query = spec?.raw('query');
  if (typeof query !== 'string' || query.trim() === '') {
    unusable(
      'no-query',
      spec ?? metric,
      'What is asked of the source must be text in `spec.query`.',
    );
    return undefined;
  }
  if (spec) {
    checkQuery(query, spec.at('query'), spec.report, type ?? source);
  }
  for (const name of spec?.names ?? []) {
    if (name !== 'query' && spec) {
      spec.report.lose(spec.at(name), {
        said: `'${name}' for the source`,
        becomes: 'nothing: only the query is asked',
        effect: 'changed',
      });
    }
  }
  return source === undefined ? undefined : { source, query };
}

function readV1(metric: SloMapping): WrittenQuery | undefined {
  metric.expectOnly(['metricSource']);
  if (!metric.require('metricSource')) {
    return undefined;
  }
  const metricSource = metric.mapping('metricSource');
  if (!metricSource) {
    return undefined;
  }
  metricSource.expectOnly(['metricSourceRef', 'type', 'spec']);
  const reference = checkName(metricSource, 'metricSourceRef');
  const type = metricSource.text('type');
  if (!reference && !type) {
    metricSource.report.object(
      'no-metric-source',
      metricSource.path,
      'Without `metricSourceRef` the source needs a `type`.',
      ['spec'],
    );
  }
  metricSource.require('spec');
  const spec = metricSource.mapping('spec');
  if (spec && spec.names.length === 0) {
    spec.report.object(
      'missing-field',
      spec.path,
      'The `spec` of a source must not be empty.',
      ['sdk'],
    );
  }
  return { source: reference ?? type?.toLowerCase(), type, spec };
}

function readV2Alpha(metric: SloMapping): WrittenQuery {
  metric.expectOnly(['dataSourceRef', 'dataSourceSpec', 'spec']);
  const reference = checkName(metric, 'dataSourceRef');
  const dataSource = metric.mapping('dataSourceSpec');
  if (metric.has('dataSourceRef') === metric.has('dataSourceSpec')) {
    metric.report.object(
      'exactly-one',
      metric.path,
      'There must be exactly one of dataSourceRef, dataSourceSpec.',
    );
  }
  if (dataSource) {
    checkDataSourceSpec(dataSource);
  }
  const type = dataSource?.text('type');
  return {
    source: reference ?? type?.toLowerCase(),
    type,
    spec: metric.mapping('spec'),
  };
}

/** What a DataSource says in its `spec`; its connection is never used. */
export function checkDataSourceSpec(spec: SloMapping): void {
  spec.expectOnly(['description', 'type', 'connectionDetails']);
  spec.require('type');
  spec.text('type');
  if (spec.require('connectionDetails')) {
    const details = spec.raw('connectionDetails');
    if (!isMapping(details)) {
      spec.report.object(
        'wrong-type',
        spec.at('connectionDetails'),
        "'connectionDetails' must be a mapping.",
        ['schema'],
      );
    }
    spec.report.lose(spec.at('connectionDetails'), {
      said: 'how to connect to the source',
      becomes:
        'nothing: sources and their secrets belong into the configuration of the backend',
    });
  }
}
