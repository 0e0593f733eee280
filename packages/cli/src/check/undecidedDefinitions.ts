import {
  applicableDefinitions,
  Definition,
  EntityFact,
} from '@perf-governance/plugin-performance-common';
import { Knowledge } from './Knowledge';
import { mentionsRelations } from './mentionsRelations';

export interface UndecidedDefinition {
  definition: Definition;
  /** Half a sentence: `it depends on group:default/shop, of which nothing is known here`. */
  reason: string;
  /** The subject as it would be if the definition were about it. */
  assumed: EntityFact;
}

/**
 * The definitions that may or may not be about the subject, because the files at hand don't say
 * enough of its owner's groups, its system or its domains, or because they look at relations,
 * which only the catalog makes.
 */
export function undecidedDefinitions({
  subject,
  definitions,
  unknownRefs,
}: Knowledge): UndecidedDefinition[] {
  const undecided: UndecidedDefinition[] = [];
  const decided = new Set(applicableDefinitions(definitions, subject));
  for (const definition of definitions) {
    if (!decided.has(definition)) {
      const one =
        dependsOnUnknown(definition, subject, unknownRefs) ??
        dependsOnRelations(definition, subject);
      if (one) {
        undecided.push(one);
      }
    }
  }
  return undecided;
}

function dependsOnUnknown(
  definition: Definition,
  subject: EntityFact,
  unknownRefs: string[],
): UndecidedDefinition | undefined {
  const unknownGroups = unknownRefs.filter(ref => ref.startsWith('group:'));
  const unknownAreas = unknownRefs.filter(ref => !ref.startsWith('group:'));
  const { appliesTo } = definition.spec;
  const assumed = {
    ...subject,
    owners: [
      ...subject.owners,
      ...(unknownGroups.length > 0 ? appliesTo?.owner ?? [] : []),
    ],
    domains: [
      ...subject.domains,
      ...(unknownAreas.length > 0
        ? [definition.layer.entityRef ?? [], appliesTo?.domain ?? []].flat()
        : []),
    ],
  };
  const needed = [
    ...(appliesTo?.owner ? unknownGroups : []),
    ...(appliesTo?.domain || definition.layer.entityRef ? unknownAreas : []),
  ];
  return applicableDefinitions([definition], assumed).length > 0
    ? {
        definition,
        assumed,
        reason: `it depends on ${needed.join(
          ' and ',
        )}, of which nothing is known here`,
      }
    : undefined;
}

function dependsOnRelations(
  definition: Definition,
  subject: EntityFact,
): UndecidedDefinition | undefined {
  const { appliesTo } = definition.spec;
  if (
    subject.entity.relations !== undefined ||
    !appliesTo?.entity ||
    !mentionsRelations(appliesTo.entity)
  ) {
    return undefined;
  }
  const withoutPredicate = {
    ...definition,
    spec: { ...definition.spec, appliesTo: { ...appliesTo, entity: {} } },
  } as Definition;
  return applicableDefinitions([withoutPredicate], subject).length > 0
    ? {
        definition: withoutPredicate,
        assumed: subject,
        reason: 'it looks at relations, which only the catalog knows',
      }
    : undefined;
}
