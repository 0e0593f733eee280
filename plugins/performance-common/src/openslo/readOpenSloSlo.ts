import { didYouMean } from '../definitions/didYouMean';
import { BudgetingMethod, SloIndicator, SloSpec } from '../model';
import { checkDescription, checkMetadata, checkName } from './checkMetadata';
import {
  AlertContext,
  checkAlertList,
  versionName,
} from './checkOpenSloAlerts';
import { OpenSloObject } from './OpenSloObject';
import { loseLabels, readOwnSettings } from './ownSettings';
import { readOpenSloObjective } from './readOpenSloObjectives';
import { readOpenSloSli } from './readOpenSloSli';
import { readOpenSloWindow } from './readOpenSloWindow';
import { SloMapping } from './SloMapping';

/** An SLI of its own, as read, or why it can't be measured. */
export interface ReadSli {
  indicator?: SloIndicator;
  unusable?: string;
}

/** What an SLO is read with. */
export interface SloContext extends AlertContext {
  /** SLIs of their own. */
  slis: ReadonlyMap<SloMapping, ReadSli>;
  /** Added to. */
  usedSlis: Set<OpenSloObject>;
}

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
  const common = readIndicator(spec, context);
  const objectives = readObjectives(spec, method, common, context);
  loseAlertPolicies(spec, metadata?.text('name'), context);
  if (!method || !timeWindow || !objectives) {
    return undefined;
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

interface FoundIndicator {
  indicator?: SloIndicator;
  /** Whether there is one or a reference to one, readable or not. */
  isGiven: boolean;
  isInline: boolean;
}

/** Reads the indicator of a spec or objective, in place or by reference. */
function readIndicator(
  holder: SloMapping,
  context: SloContext,
): FoundIndicator {
  const { indicator: field, indicatorRef } = context.version.fields;
  const isInline = holder.has(field);
  const isGiven = isInline || holder.has(indicatorRef);
  if (isInline && holder.has(indicatorRef)) {
    holder.report.object(
      'exactly-one',
      holder.at(indicatorRef),
      `There must be exactly one of ${field}, ${indicatorRef}.`,
    );
    return { isGiven, isInline };
  }
  const inline = holder.mapping(field);
  if (inline) {
    return { isGiven, isInline, indicator: readInline(inline, context) };
  }
  return { isGiven, isInline, indicator: readReferred(holder, context) };
}

function readInline(
  inline: SloMapping,
  { version }: SloContext,
): SloIndicator | undefined {
  inline.expectOnly(['metadata', 'spec']);
  const metadata = checkMetadata(inline, versionName(version));
  if (metadata) {
    inline.report.lose(metadata.path, {
      said: `the name ‘${metadata.raw('name')}’ of the indicator`,
      becomes: 'nothing: the indicator belongs to its SLO',
    });
  }
  const spec = inline.require('spec') ? inline.mapping('spec') : undefined;
  return (
    spec &&
    readOpenSloSli(spec, version.dialect, (rule, mapping, message) =>
      mapping.report.reject(rule, mapping.path, message),
    )
  );
}

function readReferred(
  holder: SloMapping,
  { version, objects, file, slis, usedSlis }: SloContext,
): SloIndicator | undefined {
  const { dialect, fields } = version;
  const name = checkName(holder, fields.indicatorRef);
  if (name === undefined) {
    return undefined;
  }
  const object = objects.find({ dialect, kind: 'SLI', name, file });
  if (!object) {
    holder.report.reject(
      'unresolved-reference',
      holder.at(fields.indicatorRef),
      `There is no SLI '${name}' in the files given.${didYouMean(
        name,
        objects.namesOf(dialect, 'SLI'),
      )}`,
    );
    return undefined;
  }
  usedSlis.add(object);
  const { indicator, unusable } = slis.get(object.mapping) ?? {};
  if (!indicator) {
    holder.report.reject(
      'unresolved-reference',
      holder.at(fields.indicatorRef),
      `The SLI '${name}' can’t be measured: ${
        unusable ?? 'it has errors of its own'
      }.`,
    );
  }
  return indicator;
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
    const own = readIndicator(objective, context);
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

function checkIndicatorPlace(
  spec: SloMapping,
  objectives: readonly SloMapping[],
  common: FoundIndicator,
  isComposite: boolean,
  { indicator, indicatorRef }: SloContext['version']['fields'],
): void {
  const { report } = spec;
  if (isComposite && common.isGiven) {
    report.reject(
      'indicator-place',
      spec.at(spec.has(indicator) ? indicator : indicatorRef),
      'The indicator is given in the spec and in objectives, too; a composite SLO has it in the objectives only.',
    );
  } else if (!isComposite && !common.isGiven) {
    report.object(
      'indicator-place',
      spec.path,
      `There is no indicator: '${indicator}' or '${indicatorRef}' must be in the spec, or, of a composite SLO, in each objective.`,
    );
  } else if (isComposite) {
    report.object(
      'indicator-place',
      spec.path,
      'The schema has no composite SLOs: it asks for the indicator in the spec.',
      ['schema'],
    );
    for (const objective of objectives) {
      if (!objective.has(indicator) && !objective.has(indicatorRef)) {
        report.reject(
          'indicator-place',
          objective.path,
          `Like the others, the objective needs '${indicator}' or '${indicatorRef}'.`,
        );
      }
    }
    report.lose(spec.at('objectives'), {
      said: 'a composite SLO, which the prose has burn as fast as all its parts together',
      becomes:
        'the mean of its parts by weight: error rates and targets, each weighted',
      effect: 'changed',
    });
  }
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
