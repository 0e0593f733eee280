import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Definition, DefinitionProblem } from '../model';

/**
 * Warns of an SLO that is about nobody, or, in a component's own file, about another service than it
 * says. Only who knows for sure where the definition lives can tell.
 *
 * @public
 */
export function warnOfSloSubject(
  definition: Definition,
  options: { file: string },
): DefinitionProblem[] {
  if (definition.kind !== 'SLO' || definition.spec.appliesTo) {
    return [];
  }
  const { layer, source, spec } = definition;
  const warning = (
    rule: 'no-subject' | 'other-service',
    message: string,
  ): DefinitionProblem[] => [
    {
      file: options.file,
      line: source.line ?? 1,
      column: 1,
      severity: 'warning',
      rule,
      message,
    },
  ];
  if (layer.kind === 'org' && spec.service === undefined) {
    return warning(
      'no-subject',
      'The SLO is about nobody: outside an entity’s own file it needs `service` or, of our own kind, `appliesTo`.',
    );
  }
  const isOther =
    layer.kind === 'component' &&
    layer.entityRef !== undefined &&
    spec.service !== undefined &&
    !names(spec.service, layer.entityRef);
  return isOther
    ? warning(
        'other-service',
        `The SLO says that it is of the service '${spec.service}', but is in the file of ${layer.entityRef}, which it is taken to be about.`,
      )
    : [];
}

/** Whether a service, of whatever namespace unless it says so, is meant to be a component. */
function names(service: string, entityRef: string): boolean {
  const { name, namespace } = parseEntityRef(entityRef);
  return (
    service.toLocaleLowerCase('en-US') === name.toLocaleLowerCase('en-US') ||
    stringifyEntityRef(
      parseEntityRef(service, {
        defaultKind: 'component',
        defaultNamespace: namespace,
      }),
    ) === entityRef
  );
}
