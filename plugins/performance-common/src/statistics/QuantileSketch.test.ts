import { QuantileSketch } from './QuantileSketch';

/** A linear congruential generator (Numerical Recipes), so that every run sees the same numbers. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const SHAPES: Record<string, (random: () => number) => number> = {
  uniform: random => random() * 1000,
  exponential: random => -Math.log(random()) * 120,
  // Most requests are fast, some wait for something slow.
  bimodal: random => (random() < 0.9 ? 20 + random() : 3000 + random() * 500),
  pareto: random => 10 / random() ** (1 / 1.5),
  'mostly below one': random => random() ** 4 * 1.2,
  'positive and negative': random => (random() - 0.5) * 200,
};

const QUANTILES = [0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

/** The value DDSketch approximates: the one at rank ⌊1 + q(n − 1)⌋ (Definition 1 of the paper). */
function rankedValue(values: number[], quantile: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(quantile * (sorted.length - 1))];
}

function expectWithinOnePercent(sketch: QuantileSketch, values: number[]) {
  for (const quantile of QUANTILES) {
    const exact = rankedValue(values, quantile);
    const error = Math.abs((sketch.quantile(quantile) ?? NaN) - exact);
    expect(error).toBeLessThanOrEqual(Math.abs(exact) * 0.01 + 1e-9);
  }
}

describe.each(Object.entries(SHAPES))(
  'QuantileSketch of %s values',
  (_, draw) => {
    it.each([1, 7, 20_260])('is within 1 %% of the values (seed %d)', seed => {
      const random = createRandom(seed);
      const values = Array.from({ length: 20_000 }, () => draw(random));
      const sketch = new QuantileSketch();
      for (const value of values) {
        sketch.add(value);
      }
      expect(sketch.count).toBe(20_000);
      expectWithinOnePercent(sketch, values);
    });

    it('merges and travels as text without further loss', () => {
      const random = createRandom(99);
      const parts = [3000, 1, 12_000].map(length =>
        Array.from({ length }, () => draw(random)),
      );
      const merged = new QuantileSketch();
      for (const part of parts) {
        const sketch = new QuantileSketch();
        for (const value of part) {
          sketch.add(value);
        }
        merged.merge(QuantileSketch.fromBase64(sketch.toBase64()));
      }
      expect(merged.count).toBe(15_001);
      expectWithinOnePercent(merged, parts.flat());
    });
  },
);

describe('QuantileSketch', () => {
  it('has no quantiles while it is empty, also after a journey as text', () => {
    expect(new QuantileSketch().quantile(0.5)).toBeUndefined();
    expect(
      QuantileSketch.fromBase64(new QuantileSketch().toBase64()).quantile(0.5),
    ).toBeUndefined();
  });

  it('counts zeros', () => {
    const sketch = new QuantileSketch();
    for (const value of [0, 0, 0, 5]) {
      sketch.add(value);
    }
    expect(sketch.quantile(0.5)).toBe(0);
    expect(QuantileSketch.fromBase64(sketch.toBase64()).count).toBe(4);
  });

  it('keeps a value whose bin has key 0 when merging', () => {
    const below = new QuantileSketch();
    below.add(0.5);
    const at = new QuantileSketch();
    at.add(0.6);
    at.add(0.995);
    below.merge(at);
    expect(below.count).toBe(3);
    expect(below.quantile(1)).toBeCloseTo(0.995, 1);
  });

  it('lists bins in ascending order with their counts', () => {
    const sketch = new QuantileSketch();
    for (const value of [-100, -1, 0, 10, 10, 1000]) {
      sketch.add(value);
    }
    const bins = sketch.bins();
    expect(bins.map(bin => bin.count)).toEqual([1, 1, 1, 2, 1]);
    expect(bins.map(bin => bin.value)).toEqual(
      [...bins.map(bin => bin.value)].sort((a, b) => a - b),
    );
  });

  it('stays small whatever the range of its values', () => {
    const sketch = new QuantileSketch();
    for (let exponent = -300; exponent <= 300; exponent++) {
      sketch.add(10 ** exponent);
    }
    // 2048 bins of 8 bytes, in base64.
    expect(sketch.toBase64().length).toBeLessThan(25_000);
    expect(sketch.quantile(1)).toBeCloseTo(1e300, -299);
  });

  it('refuses what is not a sketch', () => {
    expect(() => QuantileSketch.fromBase64('not base64!')).toThrow();
  });
});
