import { didYouMean } from '../definitions/didYouMean';
import { SloSpec } from '../model';
import { checkDescription, checkMetadata } from './checkMetadata';
import { checkAlertObject, versionName } from './checkOpenSloAlerts';
import { loseLabels } from './ownSettings';
import { checkDataSourceSpec } from './readOpenSloQuery';
import { readOpenSloSli } from './readOpenSloSli';
import { ReadSli, SloContext } from './readOpenSloIndicator';
import { readOpenSloSlo } from './readOpenSloSlo';
import { SloMapping } from './SloMapping';

const KINDS = [
  'SLO',
  'SLI',
  'Service',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;

/** Reads an object of OpenSLO v1 or v2alpha that is no SLI. */
export function readOpenSloObject(
  object: SloMapping,
  context: SloContext,
): SloSpec | undefined {
  object.expectOnly(['apiVersion', 'kind', 'metadata', 'spec']);
  const kind = readKind(object, KINDS);
  switch (kind) {
    case undefined:
    case 'SLI':
      return undefined;
    case 'SLO':
      return readOpenSloSlo(object, context);
    default: {
      const metadata = checkMetadata(object, versionName(context.version));
      loseLabels(metadata);
      const spec = object.require(
        'spec',
        kind === 'Service' ? ['schema'] : undefined,
      )
        ? object.mapping('spec')
        : undefined;
      loseObject(object, kind);
      if (!spec) {
        return undefined;
      }
      if (kind === 'Service') {
        spec.expectOnly(['description']);
        checkDescription(spec);
      } else if (kind === 'DataSource') {
        checkDescription(spec);
        checkDataSourceSpec(spec);
      } else {
        checkAlertObject(kind, spec, context);
      }
      return undefined;
    }
  }
}

/** Reads an SLI of its own. */
export function readOpenSloSliObject(
  object: SloMapping,
  context: Pick<SloContext, 'version'>,
): ReadSli {
  object.expectOnly(['apiVersion', 'kind', 'metadata', 'spec']);
  const metadata = checkMetadata(object, versionName(context.version));
  loseLabels(metadata);
  const spec = object.require('spec') ? object.mapping('spec') : undefined;
  if (!spec) {
    return {};
  }
  let unusable: string | undefined;
  const indicator = readOpenSloSli(
    spec,
    context.version.dialect,
    (_rule, mapping, message) => {
      unusable ??= `${mapping.path.join('.')}: ${message.replace(/\.$/, '')}`;
    },
  );
  return object.report.failed ? { unusable } : { indicator, unusable };
}

export function readKind<K extends string>(
  object: SloMapping,
  kinds: readonly K[],
): K | undefined {
  if (!object.require('kind')) {
    return undefined;
  }
  const written = object.text('kind');
  const kind = kinds.find(known => known === written);
  if (written !== undefined && !kind) {
    object.report.object(
      'unknown-kind',
      object.at('kind'),
      `Unknown kind '${written}'.${didYouMean(
        written,
        kinds,
      )} Known are ${kinds.join(', ')}.`,
    );
  }
  return kind;
}

const BECOMES: Record<
  Exclude<(typeof KINDS)[number], 'SLO' | 'SLI'>,
  string
> = {
  Service:
    'nothing: services are entities of the catalog, and SLOs name them by `service`',
  DataSource:
    'nothing: the configuration of the backend names the source, with how to connect to it',
  AlertPolicy:
    'nothing: alerts are by burn rate over pairs of windows; what follows is in an ErrorBudgetPolicy',
  AlertCondition: 'nothing: alerts are by burn rate over pairs of windows',
  AlertNotificationTarget:
    'nothing: owners are told through Backstage’s notifications',
};

/** Tells of an object that no definition is made of. */
function loseObject(
  object: SloMapping,
  kind: Exclude<(typeof KINDS)[number], 'SLO' | 'SLI'>,
): void {
  const name = object.mapping('metadata')?.raw('name');
  object.report.lose([], {
    said: `the ${kind} '${name}'`,
    becomes: BECOMES[kind],
  });
}
