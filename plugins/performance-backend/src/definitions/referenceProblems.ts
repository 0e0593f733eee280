import {
  Definition,
  DefinitionProblem,
  warnOfDanglingReferences,
} from '@perf-governance/plugin-performance-common';
import { API_FILE_NAME } from './DefinitionEditor';
import { WrittenDefinition } from './DefinitionStore';

/**
 * Warnings of what definitions name and nothing in force has. Found on reading, since it depends on
 * what else is in force, and so not on the order in which definitions came.
 *
 * @param written - Definitions with their YAML; they may name each other.
 */
export function referenceProblems(
  written: Pick<WrittenDefinition, 'definition' | 'content'>[],
  inForce: readonly Definition[],
): DefinitionProblem[] {
  const known = [...inForce, ...written.map(({ definition }) => definition)];
  return written.flatMap(({ definition, content }) => {
    const { type, location } = definition.source;
    return warnOfDanglingReferences(definition, content, known, {
      file: type === 'api' ? API_FILE_NAME : location,
    });
  });
}
