import { SloSample } from '@perf-governance/plugin-performance-common';

/** Bytes of a number: single precision where it holds all numbers exactly, as it does small counts. */
type Precision = 4 | 8;

/**
 * Packs samples of a block: a byte that tells the precision, then good and total of each step from the
 * block's start to the newest sample, little-endian. Not a number where there is no sample.
 *
 * @param samples - on the grid of the steps, at or after the start.
 */
export function packSamples(
  samples: Iterable<SloSample>,
  startAt: number,
  stepSeconds: number,
): Buffer {
  const byStep = new Map<number, SloSample>();
  let steps = 0;
  let precision: Precision = 4;
  for (const sample of samples) {
    const step = Math.round((sample.at - startAt) / (stepSeconds * 1000));
    byStep.set(step, sample);
    steps = Math.max(steps, step + 1);
    if (!isSingle(sample.good) || !isSingle(sample.total)) {
      precision = 8;
    }
  }
  const packed = Buffer.alloc(1 + steps * 2 * precision);
  packed.writeUInt8(precision, 0);
  for (let step = 0; step < steps; step++) {
    const { good, total } = byStep.get(step) ?? { good: NaN, total: NaN };
    const offset = 1 + step * 2 * precision;
    if (precision === 4) {
      packed.writeFloatLE(good, offset);
      packed.writeFloatLE(total, offset + 4);
    } else {
      packed.writeDoubleLE(good, offset);
      packed.writeDoubleLE(total, offset + 8);
    }
  }
  return packed;
}

/**
 * The samples of a block, in order of time. They are unpacked only while somebody goes through them: a
 * cycle holds thousands of blocks.
 */
export function unpackSamples(
  packed: Buffer,
  startAt: number,
  stepSeconds: number,
): Iterable<SloSample> {
  return {
    *[Symbol.iterator]() {
      const precision = packed.readUInt8(0);
      const steps = (packed.length - 1) / (2 * precision);
      for (let step = 0; step < steps; step++) {
        const offset = 1 + step * 2 * precision;
        const [good, total] =
          precision === 4
            ? [packed.readFloatLE(offset), packed.readFloatLE(offset + 4)]
            : [packed.readDoubleLE(offset), packed.readDoubleLE(offset + 8)];
        if (!Number.isNaN(total)) {
          yield { at: startAt + step * stepSeconds * 1000, good, total };
        }
      }
    },
  };
}

function isSingle(value: number): boolean {
  return Math.fround(value) === value;
}
