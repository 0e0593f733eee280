import { StoredDefinition } from './DefinitionStore';
import { ReferenceServices, referenceProblems } from './referenceProblems';

/** Adds to each definition that isn't retired what it names and is nowhere. */
export async function withReferenceProblems(
  services: ReferenceServices,
  stored: StoredDefinition[],
): Promise<StoredDefinition[]> {
  const dangling = await referenceProblems(services, stored);
  return stored.map((item, index) =>
    item.status === 'retired'
      ? item
      : { ...item, problems: [...item.problems, ...dangling[index]] },
  );
}
