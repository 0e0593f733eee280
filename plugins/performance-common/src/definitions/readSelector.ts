import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EntitySelector } from '../model';
import { oneOrMore } from './oneOrMore';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readPredicate } from './readPredicate';

/** A selector as users write it, without what the schema refuses. */
export interface WrittenSelector {
  entity?: unknown;
  owner?: string | string[];
  system?: string | string[];
  domain?: string | string[];
  tag?: string | string[];
  lifecycle?: string | string[];
}

const DEFAULT_KINDS = {
  owner: 'group',
  system: 'system',
  domain: 'domain',
} as const;

/** Reads a selector: predicates parsed, references complete and in lower case. */
export function readSelector(
  written: WrittenSelector,
  path: DocumentPath,
  reporter: ProblemReporter,
): EntitySelector {
  const selector: EntitySelector = {};
  if (written.entity !== undefined) {
    selector.entity = readPredicate(
      written.entity,
      [...path, 'entity'],
      reporter,
    );
  }
  for (const field of ['owner', 'system', 'domain'] as const) {
    const references = written[field];
    if (references !== undefined) {
      selector[field] = oneOrMore(references).map((reference, index) =>
        readReference(
          reference,
          DEFAULT_KINDS[field],
          Array.isArray(references)
            ? [...path, field, index]
            : [...path, field],
          reporter,
        ),
      );
    }
  }
  for (const field of ['tag', 'lifecycle'] as const) {
    const values = written[field];
    if (values !== undefined) {
      selector[field] = [values].flat();
    }
  }
  return selector;
}

function readReference(
  reference: string,
  defaultKind: string,
  path: DocumentPath,
  reporter: ProblemReporter,
): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(reference, {
        defaultKind,
        defaultNamespace: 'default',
      }),
    );
  } catch {
    reporter.error(
      'invalid-entity-ref',
      path,
      `'${reference}' is not an entity reference; write e.g. '${defaultKind}:default/name'.`,
    );
    return reference;
  }
}
