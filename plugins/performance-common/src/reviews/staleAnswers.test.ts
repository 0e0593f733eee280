import { Entity } from '@backstage/catalog-model';
import { resolveEntityFact } from '../catalog';
import { parseDefinitions } from '../definitions';
import { ReviewSurroundings } from '../model';
import { EVERY_TYPE } from './__testUtils__/templateOf';
import { reviewSurroundings } from './reviewSurroundings';
import { staleAnswers } from './staleAnswers';

function entityWith(
  relations: [type: string, targetRef: string][],
  spec: Record<string, string> = {},
) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'pay', namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', ...spec },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
  return resolveEntityFact(entity, () => undefined);
}

function definitionsOf(...documents: string[]) {
  const { definitions, problems } = parseDefinitions(
    documents
      .map(
        document =>
          `apiVersion: performance-governance.io/v1\n${document.replace(
            /^kind: (\w+) (\S+)/,
            'kind: $1\nmetadata: { name: $2 }',
          )}\n`,
      )
      .join('---\n'),
    {
      file: 'x.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'x.yaml' },
    },
  );
  expect(problems).toEqual([]);
  return definitions;
}

const SLO = `kind: SLO availability
spec:
  service: pay
  indicator: { spec: { ratioMetric: { good: { metricSource: { type: pushed } }, total: { metricSource: { type: pushed } } } } }
  timeWindow: [{ duration: 28d, isRolling: true }]
  objectives: [{ target: 0.999 }]`;

const BUDGET = `kind: Budget latency
spec:
  metric: http.request.duration
  statistic: p95
  per: [journey]
  environment: production
  limits: { fail: <= 300 ms, warn: <= 250 ms }`;

describe('reviewSurroundings', () => {
  it('tells what is around an entity', () => {
    expect(
      reviewSurroundings(
        entityWith([
          ['dependsOn', 'component:default/stock'],
          ['dependsOn', 'resource:default/db'],
          ['dependencyOf', 'component:default/shop'],
          ['hasPart', 'component:default/pay-worker'],
          ['partOf', 'system:default/checkout'],
          ['providesApi', 'api:default/pay'],
          ['consumesApi', 'api:default/stock'],
          ['ownedBy', 'group:default/payments'],
        ]),
        definitionsOf(
          SLO,
          BUDGET,
          SLO.replace('availability', 'other').replace('pay', 'stock'),
          'kind: Check c\nspec: { rationale: r, fix: f, guide: g, external: {} }',
        ),
      ),
    ).toEqual({
      relations: [
        'component:default/pay-worker',
        'component:default/shop',
        'component:default/stock',
        'resource:default/db',
      ],
      apis: ['api:default/pay', 'api:default/stock'],
      owner: ['group:default/payments'],
      slos: ['availability: 99.9 % over 28d in production'],
      budgets: [
        'latency: p95 of http.request.duration per journey <= 300 ms warn <= 250 ms in production',
      ],
      lifecycle: ['production'],
    });
  });

  it('finds who depends on an API', () => {
    const fact = resolveEntityFact(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: { name: 'pay' },
        relations: [
          { type: 'apiConsumedBy', targetRef: 'component:default/shop' },
          { type: 'apiProvidedBy', targetRef: 'component:default/pay' },
        ],
      },
      () => undefined,
    );
    expect(reviewSurroundings(fact, [])).toEqual({
      relations: ['component:default/pay', 'component:default/shop'],
      apis: [],
      owner: [],
      slos: [],
      budgets: [],
      lifecycle: [],
    });
  });
});

const PUBLISHED: ReviewSurroundings = {
  relations: ['component:default/stock'],
  apis: ['api:default/pay'],
  owner: ['group:default/payments'],
  slos: ['availability: 99.9 % over 28d in production'],
  budgets: [],
  lifecycle: ['production'],
};

/** Every question was answered and published then. */
const ALL = {
  deadlines: PUBLISHED,
  protections: PUBLISHED,
  p95: PUBLISHED,
  available: PUBLISHED,
  remarks: PUBLISHED,
};

describe('staleAnswers', () => {
  it.each<[string, Partial<ReviewSurroundings>, unknown]>([
    ['nothing', {}, []],
    [
      'a relation',
      { relations: ['component:default/mail', 'component:default/stock'] },
      [
        [
          'deadlines',
          [
            {
              dependency: 'relations',
              added: ['component:default/mail'],
              removed: [],
            },
          ],
        ],
      ],
    ],
    [
      'relation and API',
      { relations: [], apis: ['api:default/pay2'] },
      [
        [
          'deadlines',
          [
            {
              dependency: 'relations',
              added: [],
              removed: ['component:default/stock'],
            },
            {
              dependency: 'apis',
              added: ['api:default/pay2'],
              removed: ['api:default/pay'],
            },
          ],
        ],
      ],
    ],
    [
      'SLO and owner',
      { slos: [], owner: ['group:default/shop'] },
      [
        [
          'protections',
          [
            {
              dependency: 'slos',
              added: [],
              removed: ['availability: 99.9 % over 28d in production'],
            },
          ],
        ],
        [
          'p95',
          [
            {
              dependency: 'owner',
              added: ['group:default/shop'],
              removed: ['group:default/payments'],
            },
          ],
        ],
      ],
    ],
    ['what no question depends on', { budgets: ['x'], lifecycle: [] }, []],
  ])('when there is a change of %s', (_, change, expected) => {
    expect(
      staleAnswers(EVERY_TYPE, ALL, { ...PUBLISHED, ...change }).map(
        ({ question, changes }) => [question, changes],
      ),
    ).toEqual(expected);
  });

  it('knows nothing of what wasn’t published, or not with it', () => {
    expect(
      staleAnswers(
        EVERY_TYPE,
        { deadlines: { apis: PUBLISHED.apis } },
        { ...PUBLISHED, relations: [], owner: [], slos: [] },
      ),
    ).toEqual([]);
  });
});
