import { Entity } from '@backstage/catalog-model';
import { resolveEntityFact } from '../catalog';
import { analysedEntities } from './analysedEntities';
import {
  readSynchronousCalls,
  SYNCHRONOUS_CALLS_ANNOTATION,
} from './annotations/synchronousCalls';
import { readTier, TIER_ANNOTATION } from './annotations/tier';

describe('a tier', () => {
  it.each([
    ['1', 1],
    [' 3 ', 3],
    ['9', 9],
    ['0', undefined],
    ['10', undefined],
    ['tier-1', undefined],
    ['', undefined],
    ['1.5', undefined],
  ])('%j is %j', (text, expected) => {
    expect(readTier(text)).toBe(expected);
  });
});

describe('synchronous calls', () => {
  it.each<[string, ReturnType<typeof readSynchronousCalls>]>([
    ['none', []],
    [' None ', []],
    ['pay', [{ entityRef: 'component:shop/pay', calls: 1 }]],
    [
      'component:default/Pay, resource:db x2',
      [
        { entityRef: 'component:default/pay', calls: 1 },
        { entityRef: 'resource:shop/db', calls: 2 },
      ],
    ],
    [
      '[a, b ×3], c, [d]',
      [
        { entityRef: 'component:shop/a', calls: 1, parallel: '1' },
        { entityRef: 'component:shop/b', calls: 3, parallel: '1' },
        { entityRef: 'component:shop/c', calls: 1 },
        { entityRef: 'component:shop/d', calls: 1, parallel: '2' },
      ],
    ],
    [
      'a,\n  b',
      [
        { entityRef: 'component:shop/a', calls: 1 },
        { entityRef: 'component:shop/b', calls: 1 },
      ],
    ],
    // Named like a number of calls.
    ['x2', [{ entityRef: 'component:shop/x2', calls: 1 }]],
  ])('%j are read', (text, expected) => {
    expect(readSynchronousCalls(text, 'shop')).toEqual(expected);
  });

  it.each([
    [
      '',
      "An entity is missing at the end; write 'none' where nothing is called",
    ],
    ['a,', 'An entity is missing at the end'],
    ['a,,b', "',' isn't expected after 'a,'"],
    ['[a', "A ']' is missing at the end"],
    ['a]', "']' isn't expected after 'a'"],
    ['[a, [b]]', "'[' isn't expected after '[a,'"],
    ['a [b]', "'[' isn't expected after 'a'"],
    ['[]', "']' isn't expected after '['"],
    ['a x0', "'a x0' has to be 1 to 1000 calls"],
    ['a x1001', 'has to be 1 to 1000 calls'],
    ['a b', "'a b' isn't a call"],
    ['component:', "'component:' isn't an entity's ref"],
  ])('%j are refused', (text, message) => {
    expect(() => readSynchronousCalls(text, 'shop')).toThrow(message);
  });
});

describe('the graph of a catalog', () => {
  function fact(
    ref: string,
    annotations: Record<string, string> = {},
    relations: Record<string, string[]> = {},
  ) {
    const [, kind, name] = /^(.*):(.*)$/.exec(ref) ?? [];
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, title: name.toUpperCase(), annotations },
      spec: { type: 'service', owner: 'team', system: 'shop' },
      relations: Object.entries(relations).flatMap(([type, targets]) =>
        targets.map(targetRef => ({ type, targetRef })),
      ),
    };
    return resolveEntityFact(entity, () => undefined);
  }

  it('has components, resources and unprovided APIs, with budgets', () => {
    const limits = [
      {
        ruleId: 'budget:http.request.duration:p95',
        environment: 'production',
        quantile: 0.95,
        milliseconds: 300,
      },
    ];
    const { entities, problems } = analysedEntities(
      [
        fact(
          'Component:web',
          { [TIER_ANNOTATION]: '1' },
          {
            dependsOn: ['resource:default/cache', 'component:default/gone'],
            consumesApi: ['api:default/pay', 'api:default/bank'],
          },
        ),
        fact('Component:pay', {}, { providesApi: ['api:default/pay'] }),
        fact('API:pay', {}, { apiProvidedBy: ['component:default/pay'] }),
        fact('API:bank'),
        fact('Resource:cache'),
        fact('System:shop'),
      ],
      new Map([
        ['component:default/pay', { latencyLimits: limits, budgets: 2 }],
      ]),
    );
    expect(problems).toEqual([]);
    expect(entities).toEqual([
      {
        entityRef: 'component:default/web',
        kind: 'component',
        type: 'service',
        title: 'WEB',
        owner: 'group:default/team',
        system: 'system:default/shop',
        tier: 1,
        dependsOn: [
          'api:default/bank',
          'component:default/pay',
          'resource:default/cache',
        ],
        latencyLimits: [],
        budgets: 0,
      },
      expect.objectContaining({
        entityRef: 'component:default/pay',
        dependsOn: [],
        latencyLimits: limits,
        budgets: 2,
      }),
      expect.objectContaining({ entityRef: 'api:default/bank', kind: 'api' }),
      expect.objectContaining({ entityRef: 'resource:default/cache' }),
    ]);
    expect(entities[0]).not.toHaveProperty('synchronous');
  });

  it('has synchronous calls, those of APIs being of their providers', () => {
    const { entities, problems } = analysedEntities(
      [
        fact('Component:web', {
          [SYNCHRONOUS_CALLS_ANNOTATION]: 'api:pay x2, resource:cache',
        }),
        fact('Component:pay', { [SYNCHRONOUS_CALLS_ANNOTATION]: 'none' }),
        fact('API:pay', {}, { apiProvidedBy: ['component:default/pay'] }),
        fact('Resource:cache'),
      ],
      new Map(),
    );
    expect(problems).toEqual([]);
    expect(entities[0]).toMatchObject({
      synchronous: [
        { entityRef: 'component:default/pay', calls: 2 },
        { entityRef: 'resource:default/cache', calls: 1 },
      ],
      dependsOn: ['component:default/pay', 'resource:default/cache'],
    });
    expect(entities[1].synchronous).toEqual([]);
  });

  it.each([
    [
      TIER_ANNOTATION,
      'gold',
      `'gold' isn't a tier; write "1", the most critical, to "9"`,
    ],
    [
      SYNCHRONOUS_CALLS_ANNOTATION,
      'pay,',
      "An entity is missing at the end; write 'none' where nothing is called",
    ],
    [
      SYNCHRONOUS_CALLS_ANNOTATION,
      'pay, gone',
      "component:default/gone isn't a component, resource or API of the catalog",
    ],
    [
      SYNCHRONOUS_CALLS_ANNOTATION,
      'web',
      'It names itself; name only what other entities do',
    ],
    [
      SYNCHRONOUS_CALLS_ANNOTATION,
      'api:shared',
      'api:default/shared is provided by several entities; name the one that is called',
    ],
  ])('counts %s: %s as absent, and says why', (annotation, text, message) => {
    const { entities, problems } = analysedEntities(
      [
        fact('Component:web', { [annotation]: text }),
        fact('Component:pay'),
        fact('Component:other'),
        fact(
          'API:shared',
          {},
          {
            apiProvidedBy: ['component:default/pay', 'component:default/other'],
          },
        ),
      ],
      new Map(),
    );
    expect(problems).toEqual([
      { entityRef: 'component:default/web', annotation, message },
    ]);
    expect(entities[0]).not.toHaveProperty('tier');
    expect(entities[0]).not.toHaveProperty('synchronous');
  });
});
