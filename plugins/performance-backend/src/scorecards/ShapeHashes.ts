import { ScorecardResult } from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';
import { isOfShape, ScorecardShape, shapeOf } from './scorecardShape';

/** A shape as it is stored. */
export interface HashedShape {
  hash: string;
  /** JSON. */
  body: string;
}

/** A scorecard has few at a time: rules are called the same for almost all entities. */
const REMEMBERED_PER_SCORECARD = 16;

/**
 * Hashes the shapes of results, which thousands of entities share: comparing a result with a shape
 * costs a small part of writing it down.
 */
export class ShapeHashes {
  readonly #shapes = new Map<
    string,
    { shape: ScorecardShape; hashed: HashedShape }[]
  >();

  of(result: ScorecardResult): HashedShape {
    const known = this.#shapes.get(result.definitionId) ?? [];
    const same = known.find(({ shape }) => isOfShape(result, shape));
    if (same) {
      return same.hashed;
    }
    const shape = shapeOf(result);
    const body = JSON.stringify(shape);
    const hash = createHash('sha256').update(body).digest('hex');
    const hashed = { hash, body };
    this.#shapes.set(result.definitionId, [
      { shape, hashed },
      ...known.slice(0, REMEMBERED_PER_SCORECARD - 1),
    ]);
    return hashed;
  }
}
