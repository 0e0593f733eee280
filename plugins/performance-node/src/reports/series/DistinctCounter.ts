/**
 * Counts distinct texts by a 53-bit hash of each, so that a hundred thousand long ones take a few
 * megabytes. Two of n texts share a hash with a probability below n² / 2^54.
 */
export class DistinctCounter {
  private readonly hashes = new Set<number>();

  add(text: string): void {
    this.hashes.add(hashOf(text));
  }

  get size(): number {
    return this.hashes.size;
  }
}

/** Two FNV-1a hashes with different offsets, 32 and 21 bits of them. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + index), 0x01000193);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
