import { many, proposalsOf, unknownRefs } from './__testUtils__/analysed';
import { entities, entity, ref } from './__testUtils__/entities';
import { tailAmplification } from './tailAmplification';

describe('single points of failure', () => {
  const shop = [
    entity('web', { dependsOn: ['checkout'], tier: 1 }),
    entity('checkout', { dependsOn: ['pay', 'resource:db'], tier: 1 }),
    entity('pay', { dependsOn: ['resource:db'], tier: 2 }),
    entity('report', { dependsOn: ['resource:db'] }),
    entity('resource:db'),
  ];

  it('join what else falls apart, weighted by who depends on them', () => {
    const [proposal, ...others] = proposalsOf('single-point-of-failure', shop);
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      key: 'single-point-of-failure:resource:default/db',
      entityRef: 'resource:default/db',
      core: ['resource:default/db'],
      // 4 × 2 of tier 1, 2 × 1 of tier 2, 1 without.
      weight: 11,
      severity: 'medium',
      numbers: {
        dependents: 4,
        tier1Dependents: 2,
        tier2Dependents: 1,
        dependentsWithoutTier: 1,
        directDependents: 3,
        // web, checkout and pay; report.
        pieces: 2,
        separated: 1,
        weight: 11,
      },
    });
    expect(proposal.explanation).toContain('4 × 2 + 2 × 1 + 1 = 11');
    expect([...proposal.affected].sort()).toEqual(
      [
        ref('web'),
        ref('checkout'),
        ref('pay'),
        ref('report'),
        'resource:default/db',
      ].sort(),
    );
    const path = proposal.graph.edges.filter(({ emphasis }) => emphasis);
    expect(path).toEqual([
      { from: ref('web'), to: ref('checkout'), emphasis: true },
      { from: ref('checkout'), to: 'resource:default/db', emphasis: true },
    ]);
    expect(unknownRefs('single-point-of-failure', shop)).toEqual([
      ref('report'),
    ]);
  });

  it.each([
    ['medium', 11],
    ['high', 5.5],
    ['very-high', 2.75],
  ])('are %s at a threshold of %d', (severity, singlePointWeight) => {
    const found = proposalsOf('single-point-of-failure', shop, {
      singlePointWeight,
    });
    expect(
      found.find(({ entityRef }) => entityRef === 'resource:default/db'),
    ).toMatchObject({ severity });
  });

  it('are not those that only their own database hangs on', () => {
    const services = entities('a>x,y', 'b>x,y', 'x>resource:xdb', 'y');
    const options = { singlePointWeight: 2 };
    expect(proposalsOf('single-point-of-failure', services, options)).toEqual(
      [],
    );
    // Once somebody else hangs on it, it is.
    expect(
      proposalsOf(
        'single-point-of-failure',
        [...services, ...entities('job>x').slice(0, 1)],
        options,
      ).map(({ entityRef }) => entityRef),
    ).toEqual([ref('x')]);
  });

  it('are not libraries, and are not hidden by them', () => {
    const analysed = [
      entity('web', { dependsOn: ['api', 'kit'], tier: 1 }),
      entity('app', { dependsOn: ['api', 'kit'], tier: 1 }),
      entity('api', { tier: 1 }),
      entity('kit', { type: 'library' }),
    ];
    expect(
      proposalsOf('single-point-of-failure', analysed).map(
        ({ entityRef }) => entityRef,
      ),
    ).toEqual([ref('api')]);
  });
});

describe('dependency cycles', () => {
  const circle = ['a>b', 'b>c', 'c>a,d', 'd>c', 'e>a'];

  it('are strongly connected components, drawn by their shortest cycle', () => {
    const [proposal, ...others] = proposalsOf(
      'dependency-cycle',
      entities(...circle),
    );
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      key: `dependency-cycle:${['a', 'b', 'c', 'd'].map(ref).join(',')}`,
      core: ['a', 'b', 'c', 'd'].map(ref),
      title: 'a, b, c and 1 more depend on each other in a circle',
      severity: 'medium',
      numbers: { entities: 4, shortestCycle: 2 },
    });
    expect(proposal.explanation).toContain('**c** → **d** → **c**');
    expect(proposal.graph.edges).toHaveLength(5);
    expect(unknownRefs('dependency-cycle', entities(...circle))).toEqual(
      ['a', 'b', 'c', 'd'].map(ref),
    );
  });

  it.each([
    { severity: 'high', a: ['b'], b: ['a'] },
    { severity: 'low', a: ['b'], b: [] },
    { severity: 'medium', a: ['b'], b: undefined },
  ])(
    'are $severity where a waits for $a and b for $b',
    ({ severity, a, b }) => {
      const analysed = [
        entity('a', { dependsOn: ['b'], calls: a }),
        entity('b', { dependsOn: ['a'], calls: b }),
      ];
      expect(proposalsOf('dependency-cycle', analysed)).toMatchObject([
        { severity },
      ]);
      expect(unknownRefs('dependency-cycle', analysed)).toEqual(
        b === undefined ? [ref('b')] : [],
      );
    },
  );

  it('are not entities that depend on themselves', () => {
    expect(proposalsOf('dependency-cycle', entities('a>a,b'))).toEqual([]);
  });
});

describe('long chains of calls', () => {
  const chain = [
    entity('a', { calls: ['b', 'e'] }),
    entity('b', { calls: ['c'] }),
    entity('c', { calls: ['d'] }),
    entity('d', { dependsOn: ['z'] }),
    entity('e', { calls: ['d'] }),
    entity('z'),
  ];

  it('are the longest path of each entry point', () => {
    const [proposal, ...others] = proposalsOf('long-call-chain', chain, {
      chainCalls: 3,
    });
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      key: `long-call-chain:${ref('a')}`,
      core: ['a', 'b', 'c', 'd'].map(ref),
      severity: 'medium',
      title: 'A request to a waits for 3 calls in a row',
    });
    expect(proposal.numbers.calls).toBe(3);
    // 1 − 0.99³
    expect(proposal.numbers.tailAtP99).toBeCloseTo(0.029701, 9);
    expect(proposal.explanation).toContain(
      "What **d** waits for isn't said, so that the chain may go on there.",
    );
    expect(unknownRefs('long-call-chain', chain)).toEqual([ref('d')]);
  });

  it('are none below the threshold, nor of dependencies that nobody waits for', () => {
    expect(proposalsOf('long-call-chain', chain, { chainCalls: 4 })).toEqual(
      [],
    );
    expect(
      proposalsOf('long-call-chain', entities('a>b', 'b>c', 'c>d'), {
        chainCalls: 1,
      }),
    ).toEqual([]);
  });
});

describe('fans', () => {
  it('are of dependencies', () => {
    const targets = many(15, 'd');
    const [proposal] = proposalsOf(
      'excessive-fan-out',
      entities(`hub>${targets.join(',')}`),
    );
    expect(proposal).toMatchObject({
      entityRef: ref('hub'),
      severity: 'medium',
      likelihood: 'medium',
      title: 'hub fans out to 15 dependencies',
      numbers: { dependencies: 15 },
    });
    expect(
      proposalsOf(
        'excessive-fan-out',
        entities(`hub>${targets.slice(1).join(',')}`),
      ),
    ).toEqual([]);
  });

  it('are of calls for one request, whose tails add up', () => {
    const [proposal] = proposalsOf('excessive-fan-out', [
      entity('hub', { calls: ['a x4', 'b|1 x6'] }),
      entity('a'),
      entity('b'),
    ]);
    expect(proposal).toMatchObject({
      title: 'hub fans out to 10 calls for one request',
      likelihood: 'high',
      numbers: { dependencies: 2, calls: 10 },
    });
    // 1 − 0.99¹⁰ and 1 − 0.95¹⁰
    expect(proposal.numbers.tailAtP99).toBeCloseTo(0.0956179, 7);
    expect(proposal.numbers.tailAtP95).toBeCloseTo(0.4012631, 7);
    expect(proposal.graph.edges).toContainEqual({
      from: ref('hub'),
      to: ref('a'),
      emphasis: true,
      note: '× 4',
      synchronous: true,
    });
  });

  it('are unknown of those that do not say what they call', () => {
    const analysed = [...entities('a>b'), entity('c', { calls: [] })];
    expect(unknownRefs('excessive-fan-out', analysed)).toEqual([ref('a')]);
  });

  it('are of what depends on one', () => {
    const users = many(20, 'u').map(name => `${name}>core`);
    const [proposal] = proposalsOf(
      'excessive-fan-in',
      entities(...users, 'web>u0'),
    );
    expect(proposal).toMatchObject({
      entityRef: ref('core'),
      numbers: { directDependents: 20, dependents: 21 },
    });
    expect(
      proposalsOf('excessive-fan-in', entities(...users.slice(1))),
    ).toEqual([]);
  });

  it('amplify the tail as published', () => {
    // Dean and Barroso 2013: 100 servers, each slow once in a hundred: 63 % of the requests.
    expect(tailAmplification([{ alpha: 0.01, calls: 100 }])).toBeCloseTo(
      0.63,
      2,
    );
  });
});
