import { didYouMean } from '../definitions/didYouMean';
import { SloIndicator } from '../model';
import { checkMetadata, checkName } from './checkMetadata';
import { AlertContext, versionName } from './checkOpenSloAlerts';
import { OpenSloObject } from './OpenSloObject';
import { readOpenSloSli } from './readOpenSloSli';
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

/** An indicator where one may be. */
export interface FoundIndicator {
  indicator?: SloIndicator;
  /** Whether there is one or a reference to one, readable or not. */
  isGiven: boolean;
  isInline: boolean;
}

/** Reads the indicator of a spec or objective, in place or by reference. */
export function readOpenSloIndicator(
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
  const metadata = checkMetadata(inline, versionName(version), ['spec', 'sdk']);
  if (metadata) {
    inline.report.lose(metadata.path, {
      said: `the name ‘${metadata.raw('name')}’ of the indicator`,
      becomes: 'nothing: the indicator belongs to its SLO',
    });
  }
  // The schema takes an indicator without, but there would be nothing to measure.
  const spec = inline.require('spec', ['governance'])
    ? inline.mapping('spec')
    : undefined;
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

/** Objects to indicators in the spec and in objectives, or in neither. */
export function checkIndicatorPlace(
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
