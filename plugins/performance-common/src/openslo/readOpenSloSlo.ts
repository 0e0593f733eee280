import { BudgetingMethod, SloSpec } from '../model';
import { checkDescription, checkMetadata } from './checkMetadata';
import { checkService } from './checkService';
import { checkAlertList, versionName } from './checkOpenSloAlerts';
import { loseLabels, readOwnSettings } from './ownSettings';
import {
  checkIndicatorPlace,
  FoundIndicator,
  readOpenSloIndicator,
  SloContext,
} from './readOpenSloIndicator';
import { readOpenSloObjective } from './readOpenSloObjectives';
import { readOpenSloWindow } from './readOpenSloWindow';
import { shortestSeconds } from './sloDuration';
import { SloMapping } from './SloMapping';

/** Reads an SLO of OpenSLO v1 or v2alpha. */
export function readOpenSloSlo(
  object: SloMapping,
  context: SloContext,
): SloSpec | undefined {
  const { version } = context;
  const metadata = checkMetadata(object, versionName(version));
  loseLabels(metadata, metadata?.text('name'));
  const settings = readOwnSettings(metadata);
  const spec = object.require('spec') ? object.mapping('spec') : undefined;
  if (!spec) {
    return undefined;
  }
  const { indicator: indicatorField, indicatorRef } = version.fields;
  spec.expectOnly([
    'description',
    ...(version.dialect === 'openslo/v1'
      ? ['service']
      : ['service', 'serviceRef']),
    indicatorField,
    indicatorRef,
    'timeWindow',
    'budgetingMethod',
    'objectives',
    'alertPolicies',
  ]);
  checkDescription(spec);
  const service = readService(spec, version.dialect);
  spec.require('budgetingMethod');
  const method = readMethod(spec);
  const timeWindow = readOpenSloWindow(spec, version);
  const common = readOpenSloIndicator(spec, context);
  const objectives = readObjectives(spec, method, common, context);
  loseAlertPolicies(spec, metadata?.text('name'), context);
  if (!method || !timeWindow || !objectives) {
    return undefined;
  }
  for (const [index, { timeSliceSeconds = 0 }] of objectives.entries()) {
    if (timeSliceSeconds > shortestSeconds(timeWindow.duration)) {
      spec.report.reject(
        'time-slice',
        spec.at('objectives', index, 'timeSliceWindow'),
        'A slice can’t be longer than the time window.',
      );
    }
  }
  const { environment, ...rest } = settings;
  return {
    ...(service && { service }),
    environment,
    budgetingMethod: method,
    timeWindow,
    ...(common.indicator && { indicator: common.indicator }),
    objectives,
    ...rest,
  };
}

function readService(spec: SloMapping, dialect: string): string | undefined {
  if (dialect === 'openslo/v1') {
    spec.require('service');
    checkService(spec, 'service');
    const service = spec.text('service');
    if (service && !/^[a-z0-9][a-z0-9.|/\\-]*[a-z0-9]*$/.test(service)) {
      spec.report.object(
        'invalid-name',
        spec.at('service'),
        `'${service}' is no name as the schema has them.`,
        ['schema'],
      );
    }
    return service;
  }
  // The prose of v2alpha kept v1's field; the SDK renamed it.
  if (spec.has('service') && spec.has('serviceRef')) {
    spec.report.reject(
      'exactly-one',
      spec.at('service'),
      'There must be exactly one of service, serviceRef.',
    );
  } else if (spec.has('service')) {
    spec.report.object(
      'unknown-field',
      spec.at('service'),
      "The SDK has 'serviceRef' for 'service'.",
      ['sdk'],
      'key',
    );
  } else if (spec.has('serviceRef')) {
    spec.report.object(
      'unknown-field',
      spec.at('serviceRef'),
      "The prose has 'service' for 'serviceRef'.",
      ['spec'],
      'key',
    );
  } else {
    spec.report.object(
      'missing-field',
      spec.path,
      "'spec' lacks the field 'service'.",
    );
  }
  checkService(spec, spec.has('service') ? 'service' : 'serviceRef');
  return spec.text('service') ?? spec.text('serviceRef');
}

function readMethod(spec: SloMapping): BudgetingMethod | undefined {
  const method = spec.choice('budgetingMethod', [
    'Occurrences',
    'Timeslices',
    'RatioTimeslices',
  ] as const);
  if (method === 'RatioTimeslices') {
    spec.report.object(
      'invalid-value',
      spec.at('budgetingMethod'),
      'The schema has only Occurrences and Timeslices.',
      ['schema'],
    );
  }
  return method;
}

function readObjectives(
  spec: SloMapping,
  method: BudgetingMethod | undefined,
  common: FoundIndicator,
  context: SloContext,
): SloSpec['objectives'] | undefined {
  const { version } = context;
  spec.require('objectives');
  const written = spec.mappings('objectives') ?? [];
  if (spec.list('objectives')?.length === 0) {
    spec.report.reject(
      'missing-field',
      spec.at('objectives'),
      'There must be at least one objective.',
    );
  }
  const { indicator, indicatorRef } = version.fields;
  const isComposite = written.some(
    objective => objective.has(indicator) || objective.has(indicatorRef),
  );
  checkIndicatorPlace(spec, written, common, isComposite, version.fields);
  const objectives = written.map((objective, index) => {
    const own = readOpenSloIndicator(objective, context);
    return readOpenSloObjective(objective, index, {
      version,
      method,
      isComposite,
      indicator: isComposite ? own.indicator : common.indicator,
      isInline: isComposite ? own.isInline : common.isInline,
    });
  });
  if (common.indicator?.type === 'threshold' && written.length > 1) {
    spec.report.object(
      'one-threshold',
      spec.at('objectives', 1),
      'With a threshold metric there may be one objective only.',
      // v2alpha allows any number of them.
      version.dialect === 'openslo/v1' ? ['spec'] : [],
    );
  }
  const complete = objectives.filter(objective => objective !== undefined);
  return complete.length > 0 && complete.length === written.length
    ? complete
    : undefined;
}

function loseAlertPolicies(
  spec: SloMapping,
  slo: string | undefined,
  context: SloContext,
): void {
  checkAlertList(spec, 'alertPolicies', 'AlertPolicy', context);
  const count = spec.list('alertPolicies')?.length ?? 0;
  if (count > 0) {
    spec.report.lose(spec.at('alertPolicies'), {
      said: `${count} alert ${count === 1 ? 'policy' : 'policies'}`,
      becomes:
        'nothing: alerts are by burn rate over pairs of windows, and what follows is in an ErrorBudgetPolicy',
      slo,
    });
  }
}
