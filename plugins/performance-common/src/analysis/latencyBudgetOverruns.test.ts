import { AnalysisProposal } from '../model';
import { entity, EntitySketch, ref } from './__testUtils__/entities';
import { analyse } from './analyse';

function overruns(
  sketches: Record<string, EntitySketch>,
  options = {},
): AnalysisProposal[] {
  return analyse(
    Object.entries(sketches).map(([name, sketch]) => entity(name, sketch)),
    options,
  ).proposals.filter(({ rule }) => rule === 'latency-budget-overrun');
}

function unknownOf(sketches: Record<string, EntitySketch>, code: string) {
  return analyse(
    Object.entries(sketches).map(([name, sketch]) => entity(name, sketch)),
  ).unknowns.find(
    unknown =>
      unknown.rule === 'latency-budget-overrun' && unknown.code === code,
  )?.entityRefs;
}

const p95 = (milliseconds: number): EntitySketch => ({
  limits: [`p95 ${milliseconds}`],
});

// Expected values are calculated by hand: sums and maxima of the limits, 1 − Σα by Boole's inequality, 1 − Π(1 − α).
describe('limits along synchronous calls', () => {
  it.each<{
    name: string;
    sketches: Record<string, EntitySketch>;
    severity: string;
    likelihood: string;
    numbers: Record<string, number>;
  }>([
    {
      name: 'three p95s that sum up exactly guarantee their sum at p85',
      sketches: {
        parent: { calls: ['a', 'b', 'c'], limits: ['p95 300'] },
        a: p95(100),
        b: p95(100),
        c: p95(100),
      },
      severity: 'low',
      likelihood: 'medium',
      numbers: {
        limit: 300,
        quantile: 0.95,
        sum: 300,
        maximum: 100,
        remainder: 0,
        guaranteedLevel: 0.85,
        // 1 − 0.95³
        tailAmplification: 0.142625,
        calls: 3,
      },
    },
    {
      name: 'a sum beyond the limit',
      sketches: {
        parent: { calls: ['a', 'b', 'c'], limits: ['p95 300'] },
        a: p95(100),
        b: p95(150),
        c: p95(100),
      },
      severity: 'high',
      likelihood: 'medium',
      numbers: {
        limit: 300,
        quantile: 0.95,
        sum: 350,
        maximum: 150,
        remainder: -50,
        guaranteedLevel: 0.85,
        tailAmplification: 0.142625,
        calls: 3,
      },
    },
    {
      name: 'calls at once take the longest of them, and count for the level like all others',
      sketches: {
        parent: { calls: ['a|1', 'b|1', 'c'], limits: ['p95 340'] },
        a: p95(100),
        b: p95(200),
        c: p95(150),
      },
      severity: 'high',
      likelihood: 'medium',
      numbers: {
        limit: 340,
        quantile: 0.95,
        sum: 350,
        maximum: 200,
        remainder: -10,
        guaranteedLevel: 0.85,
        tailAmplification: 0.142625,
        calls: 3,
      },
    },
    {
      name: 'one call that may take longer than the caller',
      sketches: {
        parent: { calls: ['a'], limits: ['p95 300'] },
        a: p95(400),
      },
      severity: 'high',
      likelihood: 'high',
      numbers: {
        limit: 300,
        quantile: 0.95,
        sum: 400,
        maximum: 400,
        remainder: -100,
        guaranteedLevel: 0.95,
        tailAmplification: 0.05,
        calls: 1,
      },
    },
    {
      name: 'a median that may be longer than the p95 of the caller',
      sketches: {
        parent: { calls: ['a'], limits: ['p95 300'] },
        a: { limits: ['p50 400'] },
      },
      severity: 'high',
      likelihood: 'high',
      numbers: {
        limit: 300,
        quantile: 0.95,
        sum: 400,
        maximum: 400,
        remainder: -100,
        guaranteedLevel: 0.5,
        tailAmplification: 0.5,
        calls: 1,
      },
    },
    {
      name: 'a p99 above the p95 of the caller, which breaks it only perhaps',
      sketches: {
        parent: { calls: ['a'], limits: ['p95 300'] },
        a: { limits: ['p99 400'] },
      },
      severity: 'high',
      likelihood: 'medium',
      numbers: {
        limit: 300,
        quantile: 0.95,
        sum: 400,
        maximum: 400,
        remainder: -100,
        guaranteedLevel: 0.99,
        tailAmplification: 0.01,
        calls: 1,
      },
    },
    {
      name: 'three calls of the same',
      sketches: {
        parent: { calls: ['a x3'], limits: ['p95 250'] },
        a: { limits: ['p99 100'] },
      },
      severity: 'high',
      likelihood: 'medium',
      numbers: {
        limit: 250,
        quantile: 0.95,
        sum: 300,
        maximum: 100,
        remainder: -50,
        guaranteedLevel: 0.97,
        // 1 − 0.99³
        tailAmplification: 0.029701,
        calls: 3,
      },
    },
    {
      name: 'what has no limit of its own takes what it calls, at least',
      sketches: {
        parent: { calls: ['middle x2'], limits: ['p95 600'] },
        middle: { calls: ['a', 'b'] },
        a: p95(200),
        b: p95(150),
      },
      severity: 'high',
      likelihood: 'medium',
      numbers: {
        limit: 600,
        quantile: 0.95,
        sum: 700,
        maximum: 200,
        remainder: -100,
        guaranteedLevel: 0.8,
        // 1 − 0.95⁴
        tailAmplification: 0.18549375,
        calls: 4,
      },
    },
    {
      name: 'of several percentiles, that of the caller or the next higher one counts',
      sketches: {
        parent: { calls: ['a', 'b'], limits: ['p95 300'] },
        a: { limits: ['p50 50', 'p95 150', 'p99 400'] },
        b: { limits: ['p50 60', 'p99 200'] },
      },
      severity: 'high',
      likelihood: 'medium',
      numbers: {
        limit: 300,
        quantile: 0.95,
        sum: 350,
        maximum: 200,
        remainder: -50,
        guaranteedLevel: 0.94,
        // 1 − 0.95 × 0.99
        tailAmplification: 0.0595,
        calls: 2,
      },
    },
  ])('$name', ({ sketches, severity, likelihood, numbers }) => {
    const found = overruns(sketches);
    expect(found).toHaveLength(1);
    const [proposal] = found;
    expect(proposal).toMatchObject({
      key: `latency-budget-overrun:${ref('parent')}:production`,
      entityRef: ref('parent'),
      environment: 'production',
      severity,
      likelihood,
    });
    expect(Object.keys(proposal.numbers).sort()).toEqual(
      Object.keys(numbers).sort(),
    );
    for (const [name, value] of Object.entries(numbers)) {
      expect(proposal.numbers[name]).toBeCloseTo(value, 9);
    }
  });

  it.each<{ name: string; sketches: Record<string, EntitySketch> }>([
    {
      name: 'a sum within the limit at a level a little lower',
      sketches: {
        parent: { calls: ['a', 'b'], limits: ['p95 300'] },
        a: p95(100),
        b: p95(150),
      },
    },
    {
      name: 'p99s that guarantee more than the p95 asked for',
      sketches: {
        parent: { calls: ['a', 'b', 'c'], limits: ['p95 300'] },
        a: { limits: ['p99 100'] },
        b: { limits: ['p99 100'] },
        c: { limits: ['p99 100'] },
      },
    },
    {
      name: 'limits of another environment',
      sketches: {
        parent: { calls: ['a'], limits: ['p95 300'] },
        a: { limits: ['p95 900 staging'] },
      },
    },
    {
      name: 'dependencies that it does not wait for',
      sketches: {
        parent: { calls: [], dependsOn: ['a'], limits: ['p95 300'] },
        a: p95(900),
      },
    },
    {
      name: 'callers without a limit',
      sketches: { parent: { calls: ['a'] }, a: p95(900) },
    },
    {
      name: 'calls that go in circles without a limit anywhere',
      sketches: {
        parent: { calls: ['a'], limits: ['p95 300'] },
        a: { calls: ['b'] },
        b: { calls: ['a'] },
      },
    },
  ])('proposes nothing for $name', ({ sketches }) => {
    expect(overruns(sketches)).toEqual([]);
  });

  it('proposes a lower level from the configured shortfall on', () => {
    const sketches = {
      parent: { calls: ['a', 'b'], limits: ['p95 300'] },
      a: p95(100),
      b: p95(150),
    };
    const [proposal] = overruns(sketches, { levelShortfall: 0.05 });
    expect(proposal.title).toBe('The p95 of parent is guaranteed only at p90');
  });

  it('stays finite however often calls multiply', () => {
    // 1000²⁰⁰ calls.
    const chain = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `c${index}`,
        { calls: [`c${index + 1} x1000`] },
      ]),
    );
    const [proposal] = overruns({
      parent: { calls: ['c0'], limits: ['p95 300'] },
      ...chain,
      c200: p95(1),
    });
    for (const value of Object.values(proposal.numbers)) {
      expect(Number.isFinite(value)).toBe(true);
    }
    expect(proposal.numbers.guaranteedLevel).toBe(0);
  });

  it('counts limits of what was never seen in an environment in each', () => {
    const [proposal] = overruns({
      parent: { calls: ['a'], limits: ['p95 300'] },
      a: { limits: ['p95 400 *'] },
    });
    expect(proposal.numbers.sum).toBe(400);
  });

  it('makes one proposal of all percentiles of an environment, and one for each environment', () => {
    const found = overruns({
      parent: {
        calls: ['a'],
        limits: ['p50 100', 'p95 300', 'p95 350 staging'],
      },
      a: { limits: ['p50 90', 'p95 400', 'p95 400 staging'] },
    });
    expect(found.map(({ key }) => key)).toEqual([
      `latency-budget-overrun:${ref('parent')}:production`,
      `latency-budget-overrun:${ref('parent')}:staging`,
    ]);
  });

  it('says who spends how much', () => {
    const [{ explanation, title, recommendation, core, graph }] = overruns({
      parent: {
        calls: ['a|1', 'b|1 x2', 'middle'],
        limits: ['p95 300'],
        title: 'The *parent*',
      },
      a: p95(100),
      b: p95(150),
      middle: { calls: ['c'] },
      c: p95(60),
    });
    expect(title).toBe(
      'What The *parent* waits for may take 360 ms of its 300 ms',
    );
    expect(explanation).toContain(
      '**The \\*parent\\*** may take 300 ms at p95 in production.',
    );
    expect(explanation).toContain(
      '| **b** | 2 calls, at once, group 1 | p95 ≤ 150 ms | 300 ms | 100 % |',
    );
    expect(explanation).toContain(
      '| **middle** | 1 call | none of its own; what it calls, at least | 60 ms | 20 % |',
    );
    expect(explanation).toContain(
      '**Sum:** 360 ms of 300 ms; of what is called at once, the longest counts. That is 60 ms too much',
    );
    // α of a, twice that of b, and that of c: 1 − 4 × 0.05.
    expect(explanation).toContain('1 − Σα = p80, where p95 is asked for');
    expect(explanation).toContain(
      'Without a limit of their own, so that they may take longer than is counted here: **middle**.',
    );
    // 1 − 0.05 / 4
    expect(recommendation).toContain(
      'their limits would have to hold at p98.75 each',
    );
    expect(core).toEqual(['parent', 'a', 'b', 'middle', 'c'].map(ref));
    expect(graph.edges).toContainEqual({
      from: ref('parent'),
      to: ref('b'),
      emphasis: true,
      note: '× 2, at once',
      synchronous: true,
    });
    expect(graph.edges).toContainEqual({
      from: ref('middle'),
      to: ref('c'),
      synchronous: true,
    });
    expect(graph.nodes).toContainEqual({
      entityRef: ref('c'),
      note: 'p95 ≤ 60 ms',
    });
  });
});

describe('what has no limit', () => {
  it('counts for neither sum nor level, and is named', () => {
    const [{ explanation, numbers }] = overruns({
      parent: { calls: ['a', 'resource:db x2'], limits: ['p95 300'] },
      a: p95(400),
      'resource:db': {},
    });
    expect(numbers).toMatchObject({
      sum: 400,
      guaranteedLevel: 0.95,
      calls: 1,
    });
    expect(explanation).toContain('| **db** | 2 calls | none | unknown |  |');
    expect(explanation).toContain('than is counted here: **db**.');
  });
});

describe('what is unknown of limits along calls', () => {
  it('is whether callers that say nothing of their calls may wait', () => {
    const sketches = {
      parent: { dependsOn: ['a'], limits: ['p95 300'] },
      other: { dependsOn: ['a'] },
      a: p95(400),
    };
    expect(overruns(sketches)).toEqual([]);
    expect(unknownOf(sketches, 'no-synchronous-calls')).toEqual([
      ref('parent'),
    ]);
  });

  it('is how long something without a limit takes, unless it is a resource', () => {
    const sketches = {
      parent: { calls: ['a', 'b', 'resource:db'], limits: ['p95 300'] },
      a: p95(100),
      b: { limits: ['p95 100 staging'] },
      'resource:db': {},
    };
    expect(unknownOf(sketches, 'no-latency-limit')).toEqual([ref('b')]);
  });

  it('is nothing where the sum is too large anyway', () => {
    expect(
      unknownOf(
        {
          parent: { calls: ['a', 'b'], limits: ['p95 90'] },
          a: p95(100),
          b: {},
        },
        'no-latency-limit',
      ),
    ).toBeUndefined();
  });
});
