import { createHash } from 'node:crypto';
import { ScorecardShape } from './scorecardShape';

/** A shape as it is stored. */
export interface HashedShape {
  hash: string;
  /** JSON. */
  body: string;
}

/** Far more shapes than any installation has at a time. */
const MAX_REMEMBERED_SHAPES = 2000;

/** Remembers the hashes of shapes, which thousands of results share. */
export class ShapeHashes {
  readonly #hashes = new Map<string, string>();

  hash(shape: ScorecardShape): HashedShape {
    const body = JSON.stringify(shape);
    let hash = this.#hashes.get(body);
    if (hash === undefined) {
      if (this.#hashes.size >= MAX_REMEMBERED_SHAPES) {
        this.#hashes.clear();
      }
      hash = createHash('sha256').update(body).digest('hex');
      this.#hashes.set(body, hash);
    }
    return { hash, body };
  }
}
