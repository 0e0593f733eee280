import {
  EntityFact,
  EntitySelector,
  PolicyDefinition,
  PolicyStage,
  Stage,
} from '../model';
import { applicableDefinitions } from './applicableDefinitions';
import { exempts } from './selectEntities';

/**
 * A stage of a policy that is about an entity.
 *
 * @public
 */
export interface DatedStage {
  /** Its place in the policy. */
  index: number;
  stage: Stage;
  /** ISO 8601; absent means from ever. */
  from?: string;
  /** The same in milliseconds. */
  at: number;
  /** Only this part of the catalog. */
  part?: EntitySelector;
}

/**
 * Where a policy stands.
 *
 * @public
 */
export interface PolicyStanding {
  /** What it asks for now; absent before its first date. */
  stage?: Stage;
  /** ISO 8601: since when. */
  from?: string;
  /** The next other stage it will ask for. */
  next?: { stage: Stage; at: string };
}

/** The stages whose `for` is about an entity, in order. */
export function stagesFor(
  policy: PolicyDefinition,
  fact: EntityFact,
): DatedStage[] {
  return inOrder(
    policy.spec.stages
      .map(dated)
      .filter(({ part }) => !part || exempts(part, fact)),
  );
}

/** Undated ones first, then by date; of the same date, the later in the file counts. */
function inOrder(stages: DatedStage[]): DatedStage[] {
  return stages.sort((a, b) =>
    a.at === b.at ? a.index - b.index : a.at - b.at,
  );
}

function dated(
  { stage, from, for: part }: PolicyStage,
  index: number,
): DatedStage {
  return {
    index,
    stage,
    part,
    from,
    at: from === undefined ? -Infinity : Date.parse(from),
  };
}

/**
 * Of the stages, the last whose date has passed. Before the first, a policy that announces `block`
 * counts as `observe`, and another has no effect yet.
 *
 * @param stages - In order.
 * @param now - Milliseconds.
 */
export function standingAt(
  stages: readonly DatedStage[],
  now: number,
): PolicyStanding {
  let passed = 0;
  while (passed < stages.length && stages[passed].at <= now) {
    passed += 1;
  }
  const standing: PolicyStanding = {};
  if (passed > 0) {
    const { stage, from } = stages[passed - 1];
    standing.stage = stage;
    standing.from = from;
  } else if (stages[0]?.stage === 'block') {
    standing.stage = 'observe';
  }
  for (let index = passed; index < stages.length; index++) {
    const { stage, from, at } = stages[index];
    const isReplacedAtOnce = stages[index + 1]?.at === at;
    if (from !== undefined && !isReplacedAtOnce && stage !== standing.stage) {
      standing.next = { stage, at: from };
      break;
    }
  }
  return standing;
}

/**
 * Where stages stand that are about the same entity, or the same part of a policy.
 *
 * @public
 */
export function stageStandingAt(
  stages: readonly PolicyStage[],
  now: Date,
): PolicyStanding {
  return standingAt(inOrder(stages.map(dated)), now.getTime());
}

/**
 * Where a policy stands for an entity, whatever its rules and other policies.
 *
 * @returns `undefined` if it isn't about the entity.
 * @throws InputError if a filter predicate of the policy is not one.
 * @public
 */
export function policyStageFor(
  policy: PolicyDefinition,
  fact: EntityFact,
  now: Date,
): PolicyStanding | undefined {
  if (applicableDefinitions([policy], fact).length === 0) {
    return undefined;
  }
  const stages = stagesFor(policy, fact);
  return stages.length === 0 ? undefined : standingAt(stages, now.getTime());
}
