import { createHash } from 'node:crypto';

/**
 * Numbers that look random and are the same every time for the same seed: mulberry32 (Tommy
 * Ettinger, public domain), seeded with a hash of the text.
 *
 * @returns A function that returns the next number, at least 0 and below 1.
 */
export function seededRandom(seed) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A standard normal deviate: Box and Muller, 1958. */
export function normal(random) {
  return (
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  );
}

/** The value, give or take a share of it: 0.03 is mostly within 3 %. */
export function jitter(random, value, share) {
  return value * (1 + (normal(random) * share) / 2);
}

/** Forty hexadecimal digits, as a Git commit has. */
export function commitOf(text) {
  return createHash('sha1').update(text).digest('hex');
}
