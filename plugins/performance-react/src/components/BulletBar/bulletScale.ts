import { EffectiveLimit, VerdictState } from '../../api';

/** One stretch of a bullet bar, in 0..1 of its width. */
interface BulletZone {
  state: VerdictState;
  from: number;
  to: number;
}

/** Where the parts of a bullet bar lie, in 0..1 of its width. */
export interface BulletScale {
  zones: BulletZone[];
  /** Absent without a value. */
  value?: number;
  warn?: number;
  fail?: number;
  /** Whether the bar starts at zero, so that its length may be read. */
  fromZero: boolean;
}

/** Room past the outermost number, so that its mark isn't at the edge. */
const HEADROOM = 1.18;

/**
 * Lays out a value against its limits. Where more is worse, the axis starts at zero; where less is
 * worse (an availability of 99.95 %), it is cut to the stretch around the limits, since zones a
 * hundredth of a per cent wide couldn't be seen otherwise.
 */
export function bulletScale(
  limit: EffectiveLimit,
  value: number | undefined,
): BulletScale | undefined {
  const bounds = [limit.fail, limit.warn].flatMap(bound => bound ?? []);
  if (bounds.length === 0) {
    return undefined;
  }
  const moreIsWorse = bounds[0].operator.startsWith('<');
  const numbers = [
    ...bounds.map(bound => bound.value),
    ...(value === undefined ? [] : [value]),
  ];
  const highest = Math.max(...numbers);
  const lowest = Math.min(...numbers);

  const spread = Math.max(highest - lowest, Math.abs(highest) * 0.02, 1e-9);
  const [start, end] = moreIsWorse
    ? [Math.min(0, lowest * HEADROOM), highest > 0 ? highest * HEADROOM : 1]
    : [lowest - spread, highest + spread];
  const fromZero = start === 0;
  const position = (number: number) =>
    Math.min(1, Math.max(0, (number - start) / (end - start)));

  const fail = limit.fail && position(limit.fail.value);
  const warn = limit.warn && position(limit.warn.value);
  return {
    zones: moreIsWorse
      ? risingZones(warn, fail)
      : risingZones(warn && 1 - warn, fail && 1 - fail).map(zone => ({
          ...zone,
          from: 1 - zone.to,
          to: 1 - zone.from,
        })),
    value: value === undefined ? undefined : position(value),
    warn,
    fail,
    fromZero,
  };
}

function risingZones(
  warn: number | undefined,
  fail: number | undefined,
): BulletZone[] {
  const passEnd = Math.min(warn ?? 1, fail ?? 1);
  const warnEnd = fail ?? 1;
  const zones: BulletZone[] = [
    { state: 'pass', from: 0, to: passEnd },
    { state: 'warn', from: passEnd, to: warnEnd },
    { state: 'fail', from: warnEnd, to: 1 },
  ];
  return zones.filter(zone => zone.to > zone.from);
}
