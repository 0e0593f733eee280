import { BodyOf } from '../service/operationTypes';
import { FindingContentChange } from './FindingTransaction';
import { readDay, readLink, readOwner, readTitle } from './readFinding';

/**
 * What a request changes of a finding, but for the entities that it affects; `null` takes an optional part away.
 *
 * @throws InputError for a title without words, no owner, no day, or no link.
 */
export function readFindingChange(
  input: Omit<BodyOf<'updateFinding'>, 'version' | 'affected'>,
): FindingContentChange {
  const { title, owner, dueDate, effort, links, ...rest } = input;
  return {
    ...rest,
    ...(title !== undefined && { title: readTitle(title) }),
    ...(effort !== undefined && { effort: effort ?? undefined }),
    ...(owner !== undefined && {
      owner: owner === null ? undefined : readOwner(owner),
    }),
    ...(dueDate !== undefined && {
      dueDate: dueDate === null ? undefined : readDay(dueDate),
    }),
    ...(links && { links: links.map(readLink) }),
  };
}
