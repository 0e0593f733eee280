import {
  Entity,
  parseEntityRef,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  AnalysedEntity,
  AnnotationProblem,
  EntityFact,
  SynchronousCall,
} from '../model';
import {
  readSynchronousCalls,
  SYNCHRONOUS_CALLS_ANNOTATION,
} from './annotations/synchronousCalls';
import { readTier, TIER_ANNOTATION } from './annotations/tier';

const ANALYSED_KINDS = ['component', 'resource', 'api'];

/**
 * What is known of an entity's budgets.
 *
 * @public
 */
export type KnownBudgets = Pick<AnalysedEntity, 'latencyLimits' | 'budgets'>;

const NO_BUDGETS: KnownBudgets = { latencyLimits: [], budgets: 0 };

/**
 * The graph of the catalog's components, resources and APIs that nothing in the catalog provides. Whoever consumes an
 * API depends on those who provide it. An annotation that can't be read counts as absent.
 *
 * @param budgets - by entity ref, full and lower-cased; who isn't there has none.
 * @public
 */
export function analysedEntities(
  facts: readonly EntityFact[],
  budgets: ReadonlyMap<string, KnownBudgets>,
): { entities: AnalysedEntity[]; problems: AnnotationProblem[] } {
  const known = new Map<string, EntityFact>();
  for (const fact of facts) {
    if (ANALYSED_KINDS.includes(kindOf(fact))) {
      known.set(fact.entityRef, fact);
    }
  }
  const providers = new Map<string, string[]>();
  for (const { entity, entityRef } of known.values()) {
    const provided = targetsOf(entity, RELATION_API_PROVIDED_BY).filter(ref =>
      known.has(ref),
    );
    if (provided.length > 0) {
      providers.set(entityRef, provided);
    }
  }

  const entities: AnalysedEntity[] = [];
  const problems: AnnotationProblem[] = [];
  for (const fact of known.values()) {
    if (!providers.has(fact.entityRef)) {
      const read = analysedEntity(fact, known, providers);
      problems.push(...read.problems);
      entities.push({
        ...read.entity,
        ...(budgets.get(fact.entityRef) ?? NO_BUDGETS),
      });
    }
  }
  return { entities, problems };
}

function analysedEntity(
  fact: EntityFact,
  known: ReadonlyMap<string, EntityFact>,
  providers: ReadonlyMap<string, string[]>,
): {
  entity: Omit<AnalysedEntity, keyof KnownBudgets>;
  problems: AnnotationProblem[];
} {
  const { entity, entityRef, owners, system } = fact;
  const { metadata, spec } = entity;
  const type = typeof spec?.type === 'string' ? spec.type : undefined;
  const problems: AnnotationProblem[] = [];

  const tierText = metadata.annotations?.[TIER_ANNOTATION];
  const tier = tierText === undefined ? undefined : readTier(tierText);
  if (tierText !== undefined && tier === undefined) {
    problems.push({
      entityRef,
      annotation: TIER_ANNOTATION,
      message: `'${tierText}' isn't a tier; write "1", the most critical, to "9"`,
    });
  }

  const callsText = metadata.annotations?.[SYNCHRONOUS_CALLS_ANNOTATION];
  const calls =
    callsText === undefined
      ? undefined
      : readCalls(callsText, fact, known, providers);
  for (const message of calls?.messages ?? []) {
    problems.push({
      entityRef,
      annotation: SYNCHRONOUS_CALLS_ANNOTATION,
      message,
    });
  }

  const dependsOn = new Set(
    [
      ...targetsOf(entity, RELATION_DEPENDS_ON),
      ...targetsOf(entity, RELATION_CONSUMES_API),
    ].flatMap(ref => providers.get(ref) ?? [ref]),
  );
  for (const call of calls?.synchronous ?? []) {
    dependsOn.add(call.entityRef);
  }
  dependsOn.delete(entityRef);

  return {
    problems,
    entity: {
      entityRef,
      kind: kindOf(fact),
      ...(type && { type }),
      title: metadata.title ?? metadata.name,
      ...(owners.length > 0 && { owner: owners[0] }),
      ...(system && { system }),
      ...(tier !== undefined && { tier }),
      dependsOn: [...dependsOn].filter(ref => known.has(ref)).sort(),
      ...(calls?.synchronous && { synchronous: calls.synchronous }),
    },
  };
}

/** A call of an API is one of whoever provides it. */
function readCalls(
  text: string,
  { entity, entityRef }: EntityFact,
  known: ReadonlyMap<string, EntityFact>,
  providers: ReadonlyMap<string, string[]>,
): { synchronous?: SynchronousCall[]; messages: string[] } {
  const messages: string[] = [];
  const synchronous: SynchronousCall[] = [];
  let calls: SynchronousCall[];
  try {
    calls = readSynchronousCalls(text, entity.metadata.namespace ?? 'default');
  } catch (error) {
    return {
      messages: [isError(error) ? error.message : String(error)],
    };
  }
  for (const call of calls) {
    const called = providers.get(call.entityRef) ?? [call.entityRef];
    if (called.length > 1) {
      messages.push(
        `${call.entityRef} is provided by several entities; name the one that is called`,
      );
    } else if (!known.has(called[0])) {
      messages.push(
        `${call.entityRef} isn't a component, resource or API of the catalog`,
      );
    } else if (called[0] === entityRef) {
      messages.push(`It names itself; name only what other entities do`);
    } else {
      synchronous.push({ ...call, entityRef: called[0] });
    }
  }
  // Part of the calls would be a guess.
  return messages.length > 0 ? { messages } : { synchronous, messages };
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => stringifyEntityRef(parseEntityRef(relation.targetRef)));
}

function kindOf({ entity }: EntityFact): string {
  return entity.kind.toLocaleLowerCase('en-US');
}
