import { CliError } from '../terminal/CliError';
import { EntityDocument } from './readEntityFiles';
import { parseEntityRefOption } from './parseEntityRefOption';

/**
 * Finds the entity to judge among those read from files.
 *
 * @param wanted - A ref, or nothing where the files hold a single component.
 */
export function selectSubject(
  documents: EntityDocument[],
  wanted: string | undefined,
): EntityDocument {
  if (wanted !== undefined) {
    const { entityRef } = parseEntityRefOption(wanted);
    const found = documents.find(document => document.entityRef === entityRef);
    if (!found) {
      throw new CliError(`The files don't hold ${entityRef}.`, {
        where: '--entity',
        fix: `They hold ${listRefs(documents)}.`,
      });
    }
    return found;
  }
  const components = documents.filter(
    ({ entity }) => entity.kind.toLowerCase() === 'component',
  );
  const candidates = components.length > 0 ? components : documents;
  if (candidates.length !== 1) {
    throw new CliError(
      candidates.length === 0
        ? 'The files hold no entity.'
        : 'The files hold several entities.',
      {
        where: '--entity',
        fix:
          candidates.length === 0
            ? 'Give --catalog the files that hold it.'
            : `Name the files with --catalog, and which one to judge with --entity: ${listRefs(
                candidates,
              )}.`,
      },
    );
  }
  return candidates[0];
}

const MAX_LISTED = 8;

function listRefs(documents: EntityDocument[]): string {
  const refs = documents.map(document => document.entityRef);
  const rest = refs.length - MAX_LISTED;
  return `${refs.slice(0, MAX_LISTED).join(', ')}${
    rest > 0 ? ` and ${rest} more` : ''
  }`;
}
