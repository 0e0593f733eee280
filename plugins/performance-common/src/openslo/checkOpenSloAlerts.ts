import { checkDescription, checkMetadata, checkName } from './checkMetadata';
import { OpenSloObjects } from './OpenSloObject';
import { OpenSloVersion } from './OpenSloVersion';
import { readDurationShorthand } from './readOpenSloWindow';
import { SloMapping } from './SloMapping';

/** What an alert is checked with. */
export interface AlertContext {
  version: OpenSloVersion;
  objects: OpenSloObjects;
  /** Where what refers to objects is. */
  file: string;
}

type AlertKind = 'AlertPolicy' | 'AlertCondition' | 'AlertNotificationTarget';

const REFERENCES: Record<AlertKind, string> = {
  AlertPolicy: 'alertPolicyRef',
  AlertCondition: 'conditionRef',
  AlertNotificationTarget: 'targetRef',
};

/** Checks the `spec` of one of the kinds about alerts. */
export function checkAlertObject(
  kind: AlertKind,
  spec: SloMapping,
  context: AlertContext,
): void {
  switch (kind) {
    case 'AlertPolicy':
      checkAlertPolicy(spec, context);
      break;
    case 'AlertCondition':
      checkAlertCondition(spec, context);
      break;
    default:
      checkTarget(spec);
  }
}

/** Checks a list whose entries are references to objects, or hold them. */
export function checkAlertList(
  holder: SloMapping,
  field: string,
  kind: AlertKind,
  context: AlertContext,
): void {
  for (const [index, value] of (holder.list(field) ?? []).entries()) {
    if (typeof value === 'string') {
      // What the schema takes for SLOs: nothing but names.
      holder.report.object(
        'wrong-type',
        holder.at(field, index),
        `'${value}' must be in a mapping: \`${REFERENCES[kind]}: ${value}\`.`,
        kind === 'AlertPolicy' ? ['spec', 'sdk'] : undefined,
      );
    }
  }
  const isText = (value: unknown) => typeof value === 'string';
  if (holder.list(field)?.some(isText)) {
    return;
  }
  for (const entry of holder.mappings(field) ?? []) {
    checkAlertEntry(entry, kind, context);
  }
}

function checkAlertEntry(
  entry: SloMapping,
  kind: AlertKind,
  context: AlertContext,
): void {
  const { version, objects, file } = context;
  const reference = REFERENCES[kind];
  const { report } = entry;
  if (kind === 'AlertPolicy') {
    report.object(
      'wrong-type',
      entry.path,
      'The schema has names of alert policies here.',
      ['schema'],
    );
  }
  entry.expectOnly([reference, 'kind', 'metadata', 'spec']);
  const isInline = ['kind', 'metadata', 'spec'].some(part => entry.has(part));
  if (entry.has(reference) === isInline) {
    report.object(
      'exactly-one',
      entry.path,
      `There must be either '${reference}', or kind, metadata and spec.`,
    );
    return;
  }
  const name = checkName(entry, reference);
  if (name !== undefined) {
    if (!objects.find({ dialect: version.dialect, kind, name, file })) {
      report.advise(
        'unresolved-reference',
        entry.at(reference),
        `There is no ${kind} '${name}' in the files given.`,
      );
    }
    return;
  }
  if (entry.require('kind')) {
    checkInlineKind(entry, kind);
  }
  // The schema looks for the contents of what is inline one level too deep.
  const contents = entry.unseenBy('schema');
  if (entry.require('metadata')) {
    checkMetadata(contents, versionName(version));
  }
  const isSpec = entry.require('spec') && entry.mapping('spec') !== undefined;
  const spec = isSpec ? contents.mapping('spec') : undefined;
  if (spec) {
    checkAlertObject(kind, spec, context);
  }
}

function checkInlineKind(entry: SloMapping, kind: AlertKind): void {
  const written = entry.text('kind');
  // The schema has the wrong constant for inline targets.
  const schemaKind =
    kind === 'AlertNotificationTarget' ? 'AlertCondition' : kind;
  const by = [
    ...(written === kind ? [] : (['spec', 'sdk'] as const)),
    ...(written === schemaKind || kind === 'AlertPolicy'
      ? []
      : (['schema'] as const)),
  ];
  if (written !== undefined && by.length > 0) {
    entry.report.object(
      'invalid-value',
      entry.at('kind'),
      by.includes('spec')
        ? `'kind' must be '${kind}', not '${written}'.`
        : `The schema has '${schemaKind}' for the kind of what is inline here.`,
      by,
    );
  }
}

function checkAlertPolicy(spec: SloMapping, context: AlertContext): void {
  const switches = [
    'alertWhenNoData',
    'alertWhenResolved',
    'alertWhenBreaching',
  ];
  spec.expectOnly([
    'description',
    ...switches,
    'conditions',
    'notificationTargets',
  ]);
  checkDescription(spec);
  for (const field of switches) {
    spec.boolean(field);
    spec.require(field, ['schema']);
  }
  const conditions = spec.list('conditions');
  if (!spec.has('conditions') || (conditions && conditions.length !== 1)) {
    spec.report.object(
      'invalid-value',
      spec.at('conditions'),
      `There must be exactly one condition in 'conditions', not ${
        conditions?.length ?? 0
      }.`,
    );
  }
  checkAlertList(spec, 'conditions', 'AlertCondition', context);
  const targets = spec.list('notificationTargets');
  if (!spec.has('notificationTargets') || targets?.length === 0) {
    spec.report.object(
      'missing-field',
      spec.at('notificationTargets'),
      "There must be at least one target in 'notificationTargets'.",
    );
  }
  checkAlertList(
    spec,
    'notificationTargets',
    'AlertNotificationTarget',
    context,
  );
}

function checkAlertCondition(
  spec: SloMapping,
  { version }: AlertContext,
): void {
  spec.expectOnly(['description', 'severity', 'condition']);
  checkDescription(spec);
  spec.require('severity');
  spec.text('severity');
  const condition = spec.require('condition')
    ? spec.mapping('condition')
    : undefined;
  if (!condition) {
    return;
  }
  condition.expectOnly([
    'kind',
    'op',
    'threshold',
    'lookbackWindow',
    'alertAfter',
  ]);
  condition.require('kind', ['sdk']);
  condition.choice('kind', ['burnrate']);
  condition.require('op');
  condition.choice('op', ['lte', 'gte', 'lt', 'gt']);
  condition.require('threshold');
  condition.number('threshold');
  condition.require('lookbackWindow');
  readDurationShorthand(condition, 'lookbackWindow', version);
  // The prose has a default of `0m`, which the schema's own pattern refuses.
  condition.require(
    'alertAfter',
    version.dialect === 'openslo.com/v2alpha' ? ['sdk'] : ['schema'],
  );
  readDurationShorthand(condition, 'alertAfter', version, { zero: true });
}

function checkTarget(spec: SloMapping): void {
  spec.expectOnly(['description', 'target']);
  checkDescription(spec);
  spec.require('target');
  spec.text('target');
}

export function versionName({
  dialect,
}: Pick<OpenSloVersion, 'dialect'>): 'v1' | 'v1alpha' | 'v2alpha' {
  switch (dialect) {
    case 'openslo/v1':
      return 'v1';
    case 'openslo/v1alpha':
      return 'v1alpha';
    default:
      return 'v2alpha';
  }
}
