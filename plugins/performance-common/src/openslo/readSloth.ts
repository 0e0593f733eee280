import { SloSpec } from '../model';
import { checkService } from './checkService';
import { loseLabels, readOwnSettings } from './ownSettings';
import { ratioOfPercent } from './ratioOfPercent';
import { readKind } from './readOpenSloObject';
import { readSlothSli } from './readSlothSli';
import { SlothFields, SLOTH_FIELDS } from './slothFields';
import {
  loseAlerting,
  loseAlertWindows,
  losePlugins,
  losePrometheusLabels,
} from './slothLosses';
import { SloMapping } from './SloMapping';

/** Letters, digits, dashes, underscores and dots, with a letter or digit at both ends. */
const NAME = /^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$/;

/** Sloth's own default; what is run with other periods says so on its command line. */
const PERIOD = { count: 30, unit: 'day' } as const;

/** One of the SLOs of a group, with the name that tells it from those of other services. */
export interface SlothSlo {
  name: string;
  description?: string;
  spec: SloSpec;
}

/** Reads a group of SLOs as Sloth has them. */
export function readSloth(
  object: SloMapping,
  dialect: keyof typeof SLOTH_FIELDS,
): SlothSlo[] {
  const fields = SLOTH_FIELDS[dialect];
  const isResource = dialect === 'sloth.slok.dev/v1';
  if (isResource && object.raw('kind') === 'AlertWindows') {
    loseAlertWindows(object);
    return [];
  }
  const metadata = isResource ? readResource(object) : undefined;
  const group = isResource
    ? object.require('spec', ['governance']) && object.mapping('spec')
    : object;
  if (!group) {
    return [];
  }
  group.expectOnly(
    [
      ...(isResource ? [] : ['version']),
      'service',
      'labels',
      fields.sloPlugins,
      'slos',
    ],
    // Sloth reads past them, and Kubernetes prunes them.
    [],
  );
  group.require('service');
  const service = readName(group, 'service');
  checkService(group, 'service');
  losePrometheusLabels(group, fields);
  losePlugins(group, fields.sloPlugins);
  const slos = group.mappings('slos') ?? [];
  if (!group.has('slos') || group.list('slos')?.length === 0) {
    group.report.object(
      'missing-field',
      group.at('slos'),
      'There must be at least one SLO in `slos`.',
      ['governance'],
    );
  }
  const settings = readOwnSettings(metadata);
  const seen = new Set<string>();
  return slos.flatMap(slo => {
    const name = readSloName(slo, seen);
    const spec = readSlo(slo, fields, service);
    if (!name || !service || !spec) {
      return [];
    }
    const description = slo.text('description');
    return [
      {
        name: `${service}-${name}`,
        ...(description && { description }),
        spec: { ...spec, ...settings },
      },
    ];
  });
}

function readResource(object: SloMapping): SloMapping | undefined {
  object.expectOnly(['apiVersion', 'kind', 'metadata', 'spec', 'status'], []);
  readKind(object, ['PrometheusServiceLevel', 'AlertWindows']);
  object.require('metadata');
  const metadata = object.mapping('metadata');
  metadata?.require('name');
  loseLabels(metadata);
  if (metadata?.has('name') || metadata?.has('namespace')) {
    metadata.report.lose(metadata.path, {
      said: 'the name and namespace of the resource',
      becomes: 'nothing: each SLO is named after its service and itself',
    });
  }
  return metadata;
}

function readName(mapping: SloMapping, field: string): string | undefined {
  const name = mapping.text(field);
  if (name && !NAME.test(name)) {
    mapping.report.object(
      'invalid-name',
      mapping.at(field),
      `'${name}' is no name: letters, digits, dashes, underscores and dots, with a letter or digit at both ends.`,
      ['sdk'],
    );
  }
  return name;
}

function readSloName(slo: SloMapping, seen: Set<string>): string | undefined {
  slo.require('name');
  const name = readName(slo, 'name');
  if (name && seen.has(name)) {
    slo.report.reject(
      'duplicate-name',
      slo.at('name'),
      `There is another SLO named '${name}' in the group.`,
    );
  }
  seen.add(name ?? '');
  return name;
}

function readSlo(
  slo: SloMapping,
  fields: SlothFields,
  service: string | undefined,
): Omit<SloSpec, 'environment'> | undefined {
  slo.expectOnly(
    [
      'name',
      'description',
      'objective',
      'plugins',
      'labels',
      'sli',
      'alerting',
    ],
    [],
  );
  losePrometheusLabels(slo, fields);
  losePlugins(slo, 'plugins');
  loseAlerting(slo, fields);
  const target = readObjective(slo);
  slo.require('sli');
  const sli = slo.mapping('sli');
  const indicator = sli && readSlothSli(sli, fields);
  if (!indicator || target === undefined) {
    return undefined;
  }
  slo.report.lose(slo.path, {
    said: 'not over which time: Sloth is told by `--default-slo-period`',
    becomes: 'a rolling window of 30 days, Sloth’s default',
    effect: 'assumed',
  });
  return {
    ...(service && { service }),
    budgetingMethod: 'Occurrences',
    timeWindow: { type: 'rolling', duration: { ...PERIOD } },
    indicator,
    objectives: [{ name: 'objective-1', target }],
  };
}

function readObjective(slo: SloMapping): number | undefined {
  slo.require('objective');
  const percent = slo.number('objective');
  if (percent === undefined) {
    return undefined;
  }
  if (percent === 100) {
    slo.report.reject(
      'target-range',
      slo.at('objective'),
      'An objective of 100 % leaves no error budget; it must be less.',
    );
    return undefined;
  }
  if (!(percent > 0 && percent < 100)) {
    slo.report.object(
      'target-range',
      slo.at('objective'),
      `'objective' is in percent, more than 0 and at most 100, not ${percent}.`,
      ['governance'],
    );
    return undefined;
  }
  if (percent < 1) {
    slo.report.advise(
      'target-range',
      slo.at('objective'),
      `'objective' is in percent: ${percent} asks for next to nothing.`,
    );
  }
  return ratioOfPercent(percent);
}
