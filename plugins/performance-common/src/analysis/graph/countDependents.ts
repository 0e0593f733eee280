import { Adjacency, followersOf } from './Adjacency';
import { Components } from './stronglyConnectedComponents';

const BITS = 32;
const WORDS_PER_BLOCK = 64;
const NODES_PER_BLOCK = BITS * WORDS_PER_BLOCK;

/**
 * How many nodes of each class reach each node, exactly: sets of nodes as bits, handed down along the edges in
 * topological order, a block of 2,048 nodes at a time. O(edges × nodes / 32).
 *
 * @param dependencies - from a node to what it depends on.
 * @param classOf - a number of 0 … classes − 1 for each node.
 * @returns by class, then by node; no node counts for itself.
 */
export function countDependents(
  dependencies: Adjacency,
  components: Components,
  classOf: Uint8Array,
  classes: number,
): Uint32Array[] {
  const { size } = dependencies;
  const counts = Array.from({ length: classes }, () => new Uint32Array(size));
  for (let start = 0; start < size; start += NODES_PER_BLOCK) {
    const end = Math.min(start + NODES_PER_BLOCK, size);
    const reached = reachedFrom(dependencies, components, start, end);
    const masks = masksOf(classOf, classes, start, end);
    for (const [component, nodes] of components.members.entries()) {
      const words = reached.subarray(
        component * WORDS_PER_BLOCK,
        (component + 1) * WORDS_PER_BLOCK,
      );
      for (const [ofClass, mask] of masks.entries()) {
        let count = 0;
        for (let word = 0; word < WORDS_PER_BLOCK; word++) {
          count += bitsIn(words[word] & mask[word]);
        }
        for (const node of nodes) {
          const isSelf =
            node >= start && node < end && classOf[node] === ofClass;
          counts[ofClass][node] += isSelf ? count - 1 : count;
        }
      }
    }
  }
  return counts;
}

/** Which nodes of the block reach each component or are in it. */
function reachedFrom(
  dependencies: Adjacency,
  { members, componentOf }: Components,
  start: number,
  end: number,
): Uint32Array {
  const reached = new Uint32Array(members.length * WORDS_PER_BLOCK);
  for (let node = start; node < end; node++) {
    const bit = node - start;
    reached[componentOf[node] * WORDS_PER_BLOCK + Math.floor(bit / BITS)] |=
      1 << bit % BITS;
  }
  // A component comes after all those that it reaches, so that from the last on, each is complete.
  for (let component = members.length - 1; component >= 0; component--) {
    const from = component * WORDS_PER_BLOCK;
    for (const node of members[component]) {
      for (const follower of followersOf(dependencies, node)) {
        const next = componentOf[follower];
        if (next !== component) {
          const to = next * WORDS_PER_BLOCK;
          for (let word = 0; word < WORDS_PER_BLOCK; word++) {
            reached[to + word] |= reached[from + word];
          }
        }
      }
    }
  }
  return reached;
}

function masksOf(
  classOf: Uint8Array,
  classes: number,
  start: number,
  end: number,
): Uint32Array[] {
  const masks = Array.from(
    { length: classes },
    () => new Uint32Array(WORDS_PER_BLOCK),
  );
  for (let node = start; node < end; node++) {
    const bit = node - start;
    masks[classOf[node]][Math.floor(bit / BITS)] |= 1 << bit % BITS;
  }
  return masks;
}

/** H. Warren: Hacker's Delight, 2nd edition, section 5–1. */
function bitsIn(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  sum = (sum + (sum >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sum, 0x01010101) >>> 24;
}
