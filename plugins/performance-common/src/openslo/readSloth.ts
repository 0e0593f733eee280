import { SloIndicator, SloSpec } from '../model';
import { loseLabels, readOwnSettings } from './ownSettings';
import { ratioOfPercent } from './ratioOfPercent';
import { readKind } from './readOpenSloObject';
import { SlothFields, SLOTH_FIELDS } from './slothFields';
import { SloMapping } from './SloMapping';

/** Sloth's queries are of Prometheus. */
const SOURCE = 'prometheus';

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
    ? object.require('spec') && object.mapping('spec')
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
  losePrometheusLabels(group);
  losePlugins(group, fields.sloPlugins);
  const slos = group.mappings('slos') ?? [];
  if (!group.has('slos') || group.list('slos')?.length === 0) {
    group.report.object(
      'missing-field',
      group.at('slos'),
      'There must be at least one SLO in `slos`.',
      isResource ? ['spec', 'schema', 'sdk'] : undefined,
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

/** Windows and factors of alerts, of which Sloth takes those of its period. */
function loseAlertWindows(object: SloMapping): void {
  object.expectOnly(['apiVersion', 'kind', 'metadata', 'spec'], []);
  object.require('spec');
  const spec = object.mapping('spec');
  spec?.require('sloPeriod');
  object.report.lose([], {
    said: `windows of alerts for SLOs of ${spec?.raw('sloPeriod')}`,
    becomes:
      'pairs of windows that are the same share of every SLO’s own window',
    effect: 'changed',
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
  losePrometheusLabels(slo);
  losePlugins(slo, 'plugins');
  loseAlerting(slo, fields);
  const target = readObjective(slo);
  slo.require('sli');
  const sli = slo.mapping('sli');
  const indicator = sli && readSli(sli, fields);
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

function readSli(
  sli: SloMapping,
  fields: SlothFields,
): SloIndicator | undefined {
  const kinds = ['raw', 'events', 'plugin'];
  sli.expectOnly(kinds, []);
  const given = kinds.filter(kind => sli.has(kind));
  if (given.length !== 1) {
    sli.report.object(
      'exactly-one',
      sli.path,
      `There must be exactly one of ${kinds.join(', ')}.`,
      // The schema can't say so.
      ['governance'],
    );
    return undefined;
  }
  const plugin = sli.mapping('plugin');
  if (plugin) {
    plugin.require('id');
    sli.report.lose(plugin.path, {
      said: `an indicator by the plugin '${plugin.raw('id')}'`,
      becomes:
        'no SLO: what the plugin asks for is in its program; write the queries down as `events`',
      effect: 'changed',
    });
    return undefined;
  }
  const raw = sli.mapping('raw');
  if (raw) {
    raw.expectOnly([fields.errorRatioQuery], []);
    const query = readQuery(raw, fields.errorRatioQuery);
    return query === undefined
      ? undefined
      : {
          type: 'raw-ratio',
          counter: false,
          raw: { source: SOURCE, query },
          rawType: 'failure',
        };
  }
  const events = sli.mapping('events');
  return events && readEvents(events, fields);
}

function readEvents(
  events: SloMapping,
  fields: SlothFields,
): SloIndicator | undefined {
  events.expectOnly([fields.errorQuery, fields.totalQuery], []);
  const bad = readQuery(events, fields.errorQuery);
  const total = readQuery(events, fields.totalQuery);
  if (bad === undefined || total === undefined) {
    return undefined;
  }
  if (bad === total) {
    events.report.object(
      'invalid-value',
      events.at(fields.totalQuery),
      'Both queries are the same: everything would be an error.',
      ['sdk'],
    );
  }
  return {
    type: 'ratio',
    counter: false,
    bad: { source: SOURCE, query: countEvents(bad) },
    total: { source: SOURCE, query: countEvents(total) },
  };
}

const WINDOW = /\{\{ *\.window *\}\}/g;

function readQuery(mapping: SloMapping, field: string): string | undefined {
  mapping.require(field);
  const query = mapping.text(field);
  if (!query) {
    return undefined;
  }
  if (query.search(WINDOW) < 0) {
    mapping.report.object(
      'query-window',
      mapping.at(field),
      'The query lacks `{{.window}}`: it would ask for the same time whichever is meant.',
    );
  }
  const others = query.replace(WINDOW, '').match(/\{\{[^}]*\}\}/);
  if (others) {
    mapping.report.reject(
      'query-window',
      mapping.at(field),
      `The query has the template ${others[0]}, which isn’t known; known is {{.window}}.`,
    );
  }
  return query.trim().replace(WINDOW, '{{.window}}');
}

/**
 * Sloth divides by rates, of which the length of the window cancels out. What counts events needs
 * their number: the increase over the window, which is the rate times its length.
 */
function countEvents(query: string): string {
  return query.replace(/\brate(\s*\()/g, 'increase$1');
}

function losePrometheusLabels(mapping: SloMapping): void {
  const names = mapping.mapping('labels')?.names ?? [];
  if (names.length > 0) {
    mapping.report.lose(mapping.at('labels'), {
      said: `labels ${names.join(', ')} of the recorded rules`,
      becomes: 'nothing: a definition has none',
    });
  }
}

function losePlugins(mapping: SloMapping, field: string): void {
  if (mapping.has(field)) {
    mapping.report.lose(mapping.at(field), {
      said: 'plugins that rework the rules',
      becomes: 'nothing',
      effect: 'changed',
    });
  }
}

function loseAlerting(slo: SloMapping, fields: SlothFields): void {
  slo.require('alerting');
  const alerting = slo.mapping('alerting');
  if (!alerting) {
    return;
  }
  const { pageAlert, ticketAlert } = fields;
  alerting.expectOnly(
    ['name', 'labels', 'annotations', pageAlert, ticketAlert],
    [],
  );
  const [page, ticket] = [pageAlert, ticketAlert].map(field =>
    alerting.mapping(field),
  );
  for (const alert of [page, ticket]) {
    alert?.expectOnly(['disable', 'labels', 'annotations'], []);
  }
  const isDisabled = (alert: SloMapping | undefined) =>
    alert?.boolean('disable') === true;
  if (!isDisabled(page) || !isDisabled(ticket)) {
    alerting.require('name', ['spec', 'sdk']);
  }
  if (alerting.names.length > 0) {
    slo.report.lose(alerting.path, {
      said: 'how the alerts are named, labelled and annotated',
      becomes:
        'nothing: a page and a ticket by burn rate, and Backstage’s notifications',
    });
  }
  for (const [field, alert] of [
    [pageAlert, page],
    [ticketAlert, ticket],
  ] as const) {
    if (isDisabled(alert)) {
      slo.report.lose(alerting.at(field), {
        said: 'that this alert is off',
        becomes: 'an alert that is on: burn rates are always judged',
        effect: 'changed',
      });
    }
  }
}
