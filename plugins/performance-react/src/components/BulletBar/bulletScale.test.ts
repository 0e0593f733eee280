import { EffectiveBound, EffectiveLimit } from '../../api';
import { bulletScale } from './bulletScale';

function bound(operator: '<=' | '>=', value: number): EffectiveBound {
  return {
    operator,
    value,
    unit: 'ms',
    definitionId: 'org/budget/latency',
    layer: { kind: 'org' },
  };
}

function states(limit: EffectiveLimit, value?: number) {
  return bulletScale(limit, value)?.zones.map(zone => zone.state);
}

describe('bulletScale', () => {
  it('has no scale without a limit', () => {
    expect(bulletScale({}, 12)).toBeUndefined();
  });

  it('starts at zero where more is worse, so that the bar’s length can be read', () => {
    const scale = bulletScale(
      { fail: bound('<=', 300), warn: bound('<=', 150) },
      75,
    )!;

    expect(scale.fromZero).toBe(true);
    expect(scale.zones.map(zone => zone.state)).toEqual([
      'pass',
      'warn',
      'fail',
    ]);
    // Half of the fail limit, and half of that.
    expect(scale.warn! / scale.fail!).toBeCloseTo(0.5);
    expect(scale.value! / scale.fail!).toBeCloseTo(0.25);
    expect(scale.fail).toBeLessThan(1);
  });

  it('keeps a value beyond the limit in sight', () => {
    const scale = bulletScale({ fail: bound('<=', 300) }, 900)!;

    expect(scale.value).toBeLessThan(1);
    expect(scale.fail! / scale.value!).toBeCloseTo(1 / 3);
  });

  it('turns the zones round where less is worse, and shows a narrow band around the limits', () => {
    const limit = { fail: bound('>=', 0.999), warn: bound('>=', 0.9995) };
    const scale = bulletScale(limit, 0.9999)!;

    expect(states(limit, 0.9999)).toEqual(['pass', 'warn', 'fail']);
    const [pass, warn, fail] = scale.zones;
    expect(fail).toMatchObject({ from: 0, to: scale.fail });
    expect(warn).toMatchObject({ from: scale.fail, to: scale.warn });
    expect(pass).toMatchObject({ from: scale.warn, to: 1 });
    expect(scale.value).toBeGreaterThan(scale.warn!);
    expect(scale.fromZero).toBe(false);
  });

  it('leaves out the zone of a limit that nobody set', () => {
    expect(states({ fail: bound('<=', 300) }, 100)).toEqual(['pass', 'fail']);
    expect(states({ warn: bound('<=', 300) }, 100)).toEqual(['pass', 'warn']);
  });
});
