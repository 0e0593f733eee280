import { OpenSloAuthority } from './OpenSloProblem';
import { SloMapping } from './SloMapping';

/** RFC 1123, as Kubernetes has it for labels of DNS names. */
const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What the old JSON schema of v1 takes for a name. */
const SCHEMA_NAME = /^[a-z0-9][a-z0-9.|/\\-]*[a-z0-9]*$/;

const KEY_NAME = /^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const KEY_PREFIX =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;
/** What the schema takes for the key of an annotation: a prefix has a dot, and no last part of one letter. */
const SCHEMA_ANNOTATION = [
  /^(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]\/)?[a-z0-9A-Z][a-z0-9A-Z._-]*$/,
  /^(.{2,253}\/)?.{1,63}$/,
];
const SCHEMA_LABEL_VALUE = /^[a-z0-9A-Z][a-z0-9A-Z._-]{0,62}$/;
const V2_LABEL_VALUE = /^([a-z0-9]([-._a-z0-9]{0,61}[a-z0-9])?)?$/;

/** Longest description. */
const MAX_DESCRIPTION = 1050;
const MAX_DISPLAY_NAME = 63;

/**
 * Objects to names that aren't RFC 1123 labels. The prose has implementations support at least
 * those, and uses others itself.
 */
export function checkName(
  mapping: SloMapping,
  field: string,
): string | undefined {
  const name = mapping.text(field);
  if (name === undefined || DNS_LABEL.test(name)) {
    return name;
  }
  const by: OpenSloAuthority[] = [
    ...(SCHEMA_NAME.test(name) && name.length <= 255
      ? []
      : (['schema'] as const)),
    'sdk',
  ];
  mapping.report.object(
    'invalid-name',
    mapping.at(field),
    `'${name}' is no RFC 1123 label: at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends.`,
    by,
  );
  return name;
}

/** Objects to what is wrong in `metadata`, of whatever object. */
export function checkMetadata(
  object: SloMapping,
  version: 'v1' | 'v1alpha' | 'v2alpha',
  requiredBy?: readonly OpenSloAuthority[],
): SloMapping | undefined {
  if (!object.require('metadata', requiredBy)) {
    return undefined;
  }
  const metadata = object.mapping('metadata');
  if (!metadata) {
    return undefined;
  }
  metadata.expectOnly([
    'name',
    ...(version === 'v2alpha' ? [] : ['displayName']),
    ...(version === 'v1alpha' ? [] : ['labels', 'annotations']),
  ]);
  metadata.require('name');
  checkName(metadata, 'name');
  checkDisplayName(metadata);
  checkLabels(metadata, version);
  checkAnnotations(metadata);
  return metadata;
}

function checkDisplayName(metadata: SloMapping): void {
  const displayName = metadata.text('displayName');
  if (displayName !== undefined && displayName.length > MAX_DISPLAY_NAME) {
    metadata.report.object(
      'too-long',
      metadata.at('displayName'),
      `'displayName' may have at most ${MAX_DISPLAY_NAME} characters, not ${displayName.length}.`,
      ['sdk'],
    );
  }
}

export function checkDescription(spec: SloMapping): string | undefined {
  const description = spec.text('description');
  if (description !== undefined && description.length > MAX_DESCRIPTION) {
    spec.report.object(
      'too-long',
      spec.at('description'),
      `'description' may have at most ${MAX_DESCRIPTION} characters, not ${description.length}.`,
    );
  }
  return description;
}

function checkLabels(metadata: SloMapping, version: string): void {
  const labels = metadata.mapping('labels');
  for (const key of labels?.names ?? []) {
    const path = metadata.at('labels', key);
    const isKey =
      KEY_NAME.test(key) || (version === 'v2alpha' && isQualifiedName(key));
    if (!isKey) {
      metadata.report.object(
        'invalid-label',
        path,
        `'${key}' is no key of a label: at most 63 letters, digits, dashes, underscores and dots.`,
        ['spec', 'sdk'],
        'key',
      );
    }
    const value = labels?.raw(key);
    checkLabelValue(metadata, key, value, version);
  }
}

function checkLabelValue(
  metadata: SloMapping,
  key: string,
  value: unknown,
  version: string,
): void {
  const path = metadata.at('labels', key);
  const isText = (each: unknown) => typeof each === 'string';
  const isList = Array.isArray(value) && value.every(isText);
  if (!isText(value) && (version === 'v2alpha' || !isList)) {
    metadata.report.object(
      'invalid-label',
      path,
      version === 'v2alpha'
        ? `The label '${key}' must be text.`
        : `The label '${key}' must be text or a list of texts.`,
      // The schema looks at elements of a list only past those it lists, of which there are none.
      Array.isArray(value) ? ['spec', 'sdk'] : undefined,
    );
    return;
  }
  if (isText(value) && !SCHEMA_LABEL_VALUE.test(value as string)) {
    metadata.report.object(
      'invalid-label',
      path,
      `'${value}' is no value of a label: 1 to 63 letters, digits, dashes, underscores and dots.`,
      ['schema'],
    );
  }
  if (version === 'v2alpha' && !V2_LABEL_VALUE.test(value as string)) {
    metadata.report.object(
      'invalid-label',
      path,
      `'${value}' is no value of a label: at most 63 lower-case letters, digits, dashes, underscores and dots.`,
      ['sdk'],
    );
  }
}

function checkAnnotations(metadata: SloMapping): void {
  const annotations = metadata.mapping('annotations');
  for (const key of annotations?.names ?? []) {
    const path = metadata.at('annotations', key);
    const by: OpenSloAuthority[] = [
      ...(isQualifiedName(key) ? [] : (['spec', 'sdk'] as const)),
      ...(SCHEMA_ANNOTATION.every(pattern => pattern.test(key))
        ? []
        : (['schema'] as const)),
    ];
    if (by.length > 0) {
      metadata.report.object(
        'invalid-annotation',
        path,
        by.includes('sdk')
          ? `'${key}' is no key of an annotation: a name, and before it, where there is one, a DNS subdomain and a slash.`
          : `The prefix of '${key}' is no DNS subdomain with a dot, as the schema has it.`,
        by,
        'key',
      );
    }
    if (typeof annotations?.raw(key) !== 'string') {
      metadata.report.object(
        'invalid-annotation',
        path,
        `The annotation '${key}' must be text; write it in quotes.`,
        ['spec', 'sdk'],
      );
    }
  }
}

function isQualifiedName(key: string): boolean {
  const [name, prefix, ...more] = key.split('/').reverse();
  return (
    more.length === 0 &&
    KEY_NAME.test(name) &&
    (prefix === undefined || KEY_PREFIX.test(prefix))
  );
}
