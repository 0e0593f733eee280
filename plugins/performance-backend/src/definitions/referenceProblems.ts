import {
  Definition,
  DefinitionProblem,
  entityRefsNamedBy,
  warnOfDanglingReferences,
} from '@perf-governance/plugin-performance-common';
import { EntityStore } from '../catalog/EntityStore';
import { API_FILE_NAME } from './DefinitionEditor';
import { DefinitionRegistry } from './DefinitionRegistry';
import { WrittenDefinition } from './DefinitionStore';

/** What definitions may name. */
export interface ReferenceServices {
  definitionRegistry: Pick<DefinitionRegistry, 'listInForce'>;
  entityStore: Pick<EntityStore, 'findKnownRefs'>;
}

/**
 * Warnings of what definitions name and neither the catalog nor anything in force has. Found on reading,
 * since it depends on what else there is, and so not on the order in which definitions came.
 *
 * @param written - Definitions with their YAML; they may name each other.
 * @returns those of each, in the order of the definitions.
 */
export async function referenceProblems(
  { definitionRegistry, entityStore }: ReferenceServices,
  written: Pick<WrittenDefinition, 'definition' | 'content'>[],
): Promise<DefinitionProblem[][]> {
  const inForce = await definitionRegistry.listInForce();
  const definitions: Definition[] = [
    ...inForce,
    ...written.map(({ definition }) => definition),
  ];
  const named = written.flatMap(({ definition }) =>
    entityRefsNamedBy(definition),
  );
  const entityRefs = await entityStore.findKnownRefs(named);
  return written.map(({ definition, content }) => {
    const { type, location } = definition.source;
    return warnOfDanglingReferences(
      definition,
      content,
      { definitions, entityRefs },
      { file: type === 'api' ? API_FILE_NAME : location },
    );
  });
}
