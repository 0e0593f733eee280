import { OpenSloAuthority } from './OpenSloProblem';
import { SLOTH_FIELDS, SlothFields } from './slothFields';
import { SloMapping } from './SloMapping';

/** Windows and factors of alerts, of which Sloth takes those of its period. */
export function loseAlertWindows(object: SloMapping): void {
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

/** The program itself takes numbers, true and false of its own format for text. */
function labelsRefusedBy(
  fields: SlothFields,
): readonly OpenSloAuthority[] | undefined {
  return fields === SLOTH_FIELDS['sloth/prometheus/v1'] ? ['spec'] : undefined;
}

export function losePrometheusLabels(
  mapping: SloMapping,
  fields: SlothFields,
): void {
  const names = mapping.textMap('labels', labelsRefusedBy(fields));
  if (names.length > 0) {
    mapping.report.lose(mapping.at('labels'), {
      said: `labels ${names.join(', ')} of the recorded rules`,
      becomes: 'nothing: a definition has none',
    });
  }
}

export function losePlugins(mapping: SloMapping, field: string): void {
  if (mapping.has(field)) {
    mapping.report.lose(mapping.at(field), {
      said: 'plugins that rework the rules',
      becomes: 'nothing',
      effect: 'changed',
    });
  }
}

export function loseAlerting(slo: SloMapping, fields: SlothFields): void {
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
  alerting.text('name');
  alerting.textMap('labels', labelsRefusedBy(fields));
  alerting.textMap('annotations', labelsRefusedBy(fields));
  const [page, ticket] = [pageAlert, ticketAlert].map(field =>
    alerting.mapping(field),
  );
  for (const alert of [page, ticket]) {
    alert?.expectOnly(['disable', 'labels', 'annotations'], []);
    alert?.textMap('labels', labelsRefusedBy(fields));
    alert?.textMap('annotations', labelsRefusedBy(fields));
  }
  const isDisabled = (alert: SloMapping | undefined) =>
    alert?.boolean('disable') === true;
  if (!isDisabled(page) || !isDisabled(ticket)) {
    // The resource's own description calls it optional.
    alerting.require(
      'name',
      fields === SLOTH_FIELDS['sloth.slok.dev/v1'] ? ['sdk'] : ['spec', 'sdk'],
    );
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
