import {
  BudgetSpec,
  DefinitionMetadata,
  EffectiveBound,
  EffectiveLimit,
  Layer,
  LimitContribution,
  LimitRatchet,
} from '../model';
import { compareTightness } from './boundOrder';
import { isSameLayer } from './isSameLayer';

type LimitKind = keyof LimitContribution['effect'];

const KINDS: readonly LimitKind[] = [
  'fail',
  'warn',
  'minSamples',
  'maxAgeSeconds',
];

/**
 * A definition as far as it asks for limits; budgets are such, and policies and checks may be.
 *
 * @public
 */
export interface LimitSource {
  id: string;
  metadata: Pick<DefinitionMetadata, 'name' | 'title'>;
  layer: Layer;
  spec: Pick<BudgetSpec, 'fail' | 'warn' | 'minSamples' | 'maxAgeSeconds'>;
  /** Where it is one. */
  ratchet?: LimitRatchet;
}

/** @public */
export interface ResolvedLimit<T extends LimitSource> {
  limit: EffectiveLimit;
  story: LimitContribution[];
  /** The definition that set the fail limit, or else whatever else it could. */
  setBy: T;
}

/**
 * Folds what several layers ask of the same subject into the limit in force: for the fail limit, the
 * warn limit, minimum samples and maximum age each, the tightest wins, and on a tie the outermost.
 *
 * @param definitions - At least one; outermost layer first.
 * @public
 */
export function resolveLimits<T extends LimitSource>(
  definitions: readonly T[],
): ResolvedLimit<T> {
  const story = definitions.map(contributionOf);
  const winners: Partial<Record<LimitKind, number>> = {};
  for (const kind of KINDS) {
    winners[kind] = judgeKind(kind, definitions, story);
  }
  return {
    limit: effectiveLimit(definitions, winners),
    story,
    setBy:
      definitions[
        winners.fail ??
          winners.warn ??
          winners.minSamples ??
          winners.maxAgeSeconds ??
          0
      ],
  };
}

function contributionOf(definition: LimitSource): LimitContribution {
  const { fail, warn, minSamples, maxAgeSeconds } = definition.spec;
  const { name, title } = definition.metadata;
  return {
    definitionId: definition.id,
    name,
    title,
    layer: definition.layer,
    asked: { fail, warn, minSamples, maxAgeSeconds },
    ...(definition.ratchet && { ratchet: definition.ratchet }),
    effect: {},
  };
}

/** Marks the effect of each contribution, and says which one sets the limit. */
function judgeKind(
  kind: LimitKind,
  definitions: readonly LimitSource[],
  story: LimitContribution[],
): number | undefined {
  let winner: number | undefined;
  for (let index = 0; index < definitions.length; index++) {
    if (
      definitions[index].spec[kind] !== undefined &&
      (winner === undefined ||
        compareAsked(kind, definitions[index], definitions[winner]) < 0)
    ) {
      winner = index;
    }
  }
  for (let index = 0; index < definitions.length; index++) {
    if (definitions[index].spec[kind] !== undefined) {
      if (index === winner) {
        story[index].effect[kind] = 'sets';
      } else {
        story[index].effect[kind] = isLooserThanAnOuter(
          kind,
          definitions,
          index,
        )
          ? 'no-effect'
          : 'overruled';
      }
    }
  }
  return winner;
}

function isLooserThanAnOuter(
  kind: LimitKind,
  definitions: readonly LimitSource[],
  index: number,
): boolean {
  const own = definitions[index];
  return definitions
    .slice(0, index)
    .some(
      outer =>
        !isSameLayer(outer.layer, own.layer) &&
        outer.spec[kind] !== undefined &&
        compareAsked(kind, outer, own) < 0,
    );
}

/** Negative if the first asks for something tighter. Both ask for something of the kind. */
function compareAsked(kind: LimitKind, a: LimitSource, b: LimitSource): number {
  switch (kind) {
    case 'minSamples':
      return (b.spec.minSamples ?? 0) - (a.spec.minSamples ?? 0);
    case 'maxAgeSeconds':
      return (a.spec.maxAgeSeconds ?? 0) - (b.spec.maxAgeSeconds ?? 0);
    default: {
      const first = a.spec[kind];
      const second = b.spec[kind];
      return first && second ? compareTightness(first, second) : 0;
    }
  }
}

function effectiveLimit(
  definitions: readonly LimitSource[],
  winners: Partial<Record<LimitKind, number>>,
): EffectiveLimit {
  const limit: EffectiveLimit = {};
  for (const kind of ['fail', 'warn'] as const) {
    const bound = effectiveBound(kind, definitions, winners[kind]);
    if (bound) {
      limit[kind] = bound;
    }
  }
  for (const kind of ['minSamples', 'maxAgeSeconds'] as const) {
    const winner = winners[kind];
    const definition = winner === undefined ? undefined : definitions[winner];
    const value = definition?.spec[kind];
    if (definition && value !== undefined) {
      limit[kind] = {
        value,
        definitionId: definition.id,
        layer: definition.layer,
      };
    }
  }
  return limit;
}

function effectiveBound(
  kind: 'fail' | 'warn',
  definitions: readonly LimitSource[],
  winner: number | undefined,
): EffectiveBound | undefined {
  const definition = winner === undefined ? undefined : definitions[winner];
  const bound = definition?.spec[kind];
  return (
    definition &&
    bound && {
      operator: bound.operator,
      value: bound.value,
      unit: bound.unit,
      definitionId: definition.id,
      layer: definition.layer,
    }
  );
}
