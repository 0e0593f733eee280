import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  addLatencyLimit,
  analyse,
  analysedEntities,
  KnownBudgets,
  LatencyLimit,
  quantileKey,
  resolveEntityFact,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { demoOrganisation } from './__testUtils__/demoOrganisation';
import { judgeDemo } from './__testUtils__/judgeDemo';

const end = Date.parse('2026-11-22T17:00:00Z');

const PAYMENTS_DB = 'resource:default/payments-db';

/** As the catalog relates entities by what their files say. */
function withRelations(entities: Map<string, Entity>): Entity[] {
  const refsOf = (entity: Entity, field: string, defaultKind: string) =>
    [entity.spec?.[field] ?? []].flat().map(text =>
      stringifyEntityRef(
        parseEntityRef(String(text), {
          defaultKind,
          defaultNamespace: 'default',
        }),
      ),
    );
  return [...entities].map(([entityRef, entity]) => ({
    ...entity,
    relations: [
      ...refsOf(entity, 'dependsOn', 'component').map(targetRef => ({
        type: 'dependsOn',
        targetRef,
      })),
      ...refsOf(entity, 'consumesApis', 'api').map(targetRef => ({
        type: 'consumesApi',
        targetRef,
      })),
      ...[...entities].flatMap(([targetRef, provider]) =>
        refsOf(provider, 'providesApis', 'api').includes(entityRef)
          ? [{ type: 'apiProvidedBy', targetRef }]
          : [],
      ),
    ],
  }));
}

function budgetsOf(verdicts: Verdict[]): KnownBudgets {
  const latencyLimits: LatencyLimit[] = [];
  for (const verdict of verdicts) {
    const { fail } = verdict.limit;
    if (
      verdict.kind === 'budget' &&
      verdict.metric === 'http.request.duration' &&
      fail
    ) {
      const quantile = quantileKey(verdict.statistic);
      if (quantile !== undefined) {
        addLatencyLimit(latencyLimits, {
          ruleId: verdict.ruleId,
          environment: verdict.subject.environment,
          quantile: Number(quantile),
          milliseconds: fail.value,
          labels: verdict.subject.labels,
        });
      }
    }
  }
  const judged = verdicts.filter(({ kind }) => kind !== 'check');
  return { latencyLimits, budgets: judged.length };
}

describe('the analysis of the demo', () => {
  const organisation = demoOrganisation(end);
  const components = [...organisation.entities.keys()].filter(ref =>
    ref.startsWith('component:'),
  );
  const judged = judgeDemo({
    organisation,
    entityRefs: components,
    reports: [],
    now: end,
  });
  const { entities, problems } = analysedEntities(
    withRelations(organisation.entities).map(entity =>
      resolveEntityFact(entity, ref => organisation.entities.get(ref)),
    ),
    new Map(
      [...judged].map(([ref, { verdicts }]) => [ref, budgetsOf(verdicts)]),
    ),
  );
  const { proposals, unknowns } = analyse(entities);
  const of = (rule: string) =>
    proposals.filter(proposal => proposal.rule === rule);

  it('reads all annotations', () => {
    expect(problems).toEqual([]);
  });

  it('finds that everything hangs on the payments database', () => {
    const [worst] = of('single-point-of-failure');
    expect(worst).toMatchObject({
      entityRef: PAYMENTS_DB,
      severity: 'very-high',
      // checkout, payment-gateway, pricing, orders and storefront-bff; checkout-web, account-web and storefront-web;
      // these are of tier 1. And warehouse-console, fraud-scoring and sales-figures.
      numbers: { dependents: 11, tier1Dependents: 8, separated: 1 },
    });
    expect(
      worst.graph.edges.filter(({ emphasis }) => emphasis).at(-1),
    ).toMatchObject({ to: PAYMENTS_DB });
    expect(of('shared-database')).toMatchObject([
      { entityRef: PAYMENTS_DB, numbers: { owners: 4, users: 6 } },
    ]);
  });

  it('finds that the limits of checkout do not add up', () => {
    const [worst] = of('latency-budget-overrun');
    expect(worst).toMatchObject({
      entityRef: 'component:default/checkout',
      severity: 'high',
      numbers: {
        limit: 300,
        // cart, pricing and payment-gateway are in its system; the domain of delivery-quotes and orders asks for no
        // more than the organisation.
        sum: 3 * 300 + 2 * 500,
      },
    });
    expect(unknowns.map(({ code }) => code)).toContain('no-tier');
  });
});
