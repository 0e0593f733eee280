import { InputError, NotFoundError } from '@backstage/errors';
import {
  CheckCondition,
  CheckDefinition,
  CheckType,
  Definition,
} from '@perf-governance/plugin-performance-common';

/** A check whose condition is of one type. */
export type CheckOfType<T extends CheckType> = CheckDefinition & {
  spec: { condition: Extract<CheckCondition, { type: T }> };
};

/** The checks of a type among definitions. */
export function checksOfType<T extends CheckType>(
  definitions: Definition[],
  type: T,
): CheckOfType<T>[] {
  return definitions.filter(
    (definition): definition is CheckOfType<T> =>
      definition.kind === 'Check' && definition.spec.condition.type === type,
  );
}

/**
 * The checks of a name, of which each layer may have one.
 *
 * @param definitions - what applies to the entity.
 * @throws NotFoundError where none of the name applies, InputError where it is of another type.
 */
export function findChecks<T extends CheckType>(
  definitions: Definition[],
  name: string,
  type: T,
  entityRef: string,
): CheckOfType<T>[] {
  const found = checksOfType(definitions, type).filter(
    ({ metadata }) => metadata.name === name,
  );
  if (found.length > 0) {
    return found;
  }
  const other = definitions.find(
    (definition): definition is CheckDefinition =>
      definition.kind === 'Check' && definition.metadata.name === name,
  );
  if (other) {
    throw new InputError(
      `The check '${name}' is of type '${other.spec.condition.type}', not '${type}'`,
    );
  }
  throw new NotFoundError(
    `No check '${name}' applies to ${entityRef}: look at its scorecards for those that do`,
  );
}
