import { didYouMean } from '../definitions/didYouMean';
import {
  DocumentPath,
  DocumentPositions,
} from '../definitions/DocumentPositions';
import { DEFINITION_API_VERSION } from '../model';
import { OpenSloProblem, OpenSloProfile } from './OpenSloProblem';
import { OpenSloRule } from './openSloRules';
import { SloEntry } from './readSloObjects';
import { KNOWN_VERSIONS, sloDialectOf } from './sloDialectOf';
import { isMapping } from './SloMapping';

/** Whether a document, or an element of one that is a list, is meant to be in a language for SLOs. */
export function isInSloDialect(value: unknown): boolean {
  return objectsOf(value).some(
    ({ object }) => sloDialectOf(object) !== undefined,
  );
}

/** Takes the objects out of a document: itself, or its elements where it is a list. */
export function collectSloObjects(
  value: unknown,
  document: {
    file: string;
    positions: DocumentPositions;
    profile: OpenSloProfile;
  },
  entries: SloEntry[],
  problems: OpenSloProblem[],
): void {
  const { file, positions, profile } = document;
  const add = (
    rule: OpenSloRule,
    path: DocumentPath,
    message: string,
    whose: Partial<OpenSloProblem> = {},
  ) =>
    problems.push({
      file,
      ...positions.ofValue(path),
      severity: 'error',
      rule,
      message,
      source: 'spec',
      acceptedBy: [],
      ...whose,
    });
  if (Array.isArray(value)) {
    add(
      'list-of-objects',
      [],
      'The document is a list of objects, which only the SDK reads; separate them by `---`.',
      {
        acceptedBy: ['sdk'],
        severity: profile === 'strict' ? 'error' : 'warning',
      },
    );
  }
  for (const { base, object } of objectsOf(value)) {
    const dialect = sloDialectOf(object);
    if (!isMapping(object)) {
      add(
        'not-a-mapping',
        base,
        'A document is a mapping with a version and a kind.',
      );
    } else if (dialect && dialect !== 'unsupported') {
      entries.push({ file, positions, base, dialect, value: object });
    } else if (object.apiVersion !== DEFINITION_API_VERSION) {
      const field = 'version' in object ? 'version' : 'apiVersion';
      const written = object[field];
      if (written === undefined) {
        add(
          'missing-field',
          base,
          "The document lacks the field 'apiVersion'.",
        );
      } else {
        add(
          'unsupported-api-version',
          [...base, field],
          `The version must be one of ${KNOWN_VERSIONS.join(
            ', ',
          )}, not '${written}'.${didYouMean(String(written), KNOWN_VERSIONS)}`,
        );
      }
    }
  }
}

function objectsOf(value: unknown): { base: DocumentPath; object: unknown }[] {
  return Array.isArray(value)
    ? value.map((object, index) => ({ base: [index], object }))
    : [{ base: [], object: value }];
}
