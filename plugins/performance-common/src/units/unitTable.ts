import { Unit } from '../model';

/** How one written unit converts: `value × 10^exponent × factor` in the canonical unit. */
export interface WrittenUnit {
  unit: Unit;
  /** Applied to the decimal text, so that `0.3 s` is exactly 300 ms. */
  exponent: number;
  factor: number;
}

function written(unit: Unit, exponent: number, factor = 1): WrittenUnit {
  return { unit, exponent, factor };
}

/**
 * Units as users may write them. `KB` isn't among them: it is read as 1000 by some and as 1024 by
 * others. Binary prefixes: IEC 80000-13.
 */
export const WRITTEN_UNITS: ReadonlyMap<string, WrittenUnit> = new Map(
  Object.entries({
    ns: written('ms', -6),
    us: written('ms', -3),
    µs: written('ms', -3),
    μs: written('ms', -3),
    ms: written('ms', 0),
    s: written('ms', 3),
    m: written('ms', 3, 60),
    min: written('ms', 3, 60),
    h: written('ms', 3, 3600),
    B: written('B', 0),
    kB: written('B', 3),
    MB: written('B', 6),
    GB: written('B', 9),
    KiB: written('B', 0, 1024),
    MiB: written('B', 0, 1024 ** 2),
    GiB: written('B', 0, 1024 ** 3),
    '%': written('ratio', -2),
    '/s': written('1/s', 0),
    '1/s': written('1/s', 0),
    'req/s': written('1/s', 0),
    '/min': written('1/s', 0, 1 / 60),
    '1/min': written('1/s', 0, 1 / 60),
    'req/min': written('1/s', 0, 1 / 60),
    '/h': written('1/s', 0, 1 / 3600),
  }),
);

/** What each canonical unit measures, and examples to show for it. */
export const DIMENSIONS: Record<Unit, { name: string; examples: string }> = {
  ms: { name: 'a time', examples: '`300 ms` or `0.3 s`' },
  B: { name: 'a size', examples: '`200 kB` or `1.5 MiB`' },
  ratio: { name: 'a ratio', examples: '`5 %` or `0.05`' },
  '1/s': { name: 'a rate', examples: '`100/s` or `6000/min`' },
  '1': { name: 'a plain number', examples: '`0.1`' },
};
