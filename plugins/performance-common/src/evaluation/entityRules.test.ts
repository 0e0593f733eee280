import { Entity } from '@backstage/catalog-model';
import { resolveEntityFact } from '../catalog';
import { readTable } from './__testUtils__/evaluationTable';
import { EntityRules, resolveEntityRules } from './entityRules';

const { definitions } = readTable(`
  budget org latency { exempt: [{ when: { tag: batch }, reason: Nobody waits. }], metric: http.request.duration, statistic: p95, limits: { fail: <= 300 ms } }
  budget component:default/shop tail { metric: http.request.duration, statistic: p95, limits: { fail: <= 200 ms } }
  check org described { rationale: Why., fix: How., guide: guidelines/x, entity: { metadata.description: { $exists: true } } }
  policy org calm { rules: [{ budget: { metric: http.request.duration } }], stages: [{ stage: warn }, { stage: block, for: { tag: critical } }] }
`);

/** A part of the shop, or the shop. */
function entity(name: string, metadata: Partial<Entity['metadata']> = {}) {
  return resolveEntityFact(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, ...metadata },
      relations: [{ type: 'partOf', targetRef: 'component:default/shop' }],
    },
    () => undefined,
  );
}

/** With what policies make of the rules, if every one is trusted. */
function told({ entityRef: _, ...rules }: EntityRules) {
  return {
    ...rules,
    enforcement: rules.budgets.map(
      ({ policies }) =>
        policies.planFor('production').at(0, () => -Infinity).enforcement,
    ),
  };
}

describe('resolveEntityRules', () => {
  it('gives entities that are governed alike the same rules', () => {
    const pay = resolveEntityRules(definitions, entity('pay'));
    const cart = resolveEntityRules(definitions, entity('cart'));
    expect(pay.entityRef).toBe('component:default/pay');
    expect(cart).toEqual({ ...pay, entityRef: 'component:default/cart' });
    expect(cart.budgets).toBe(pay.budgets);
  });

  it.each([
    ['is exempt', entity('other', { tags: ['batch'] })],
    ['is as a check wants it', entity('other', { description: 'Pays.' })],
    ['is meant by a stage', entity('other', { tags: ['critical'] })],
    ['has a definition further in', entity('shop')],
  ])('tells apart one that %s, whichever comes first', (_, other) => {
    const usual = told(resolveEntityRules(definitions, entity('usual')));
    const differing = told(resolveEntityRules(definitions, other));
    expect(differing).not.toEqual(usual);

    const anew = definitions.map(definition => ({ ...definition }));
    expect(told(resolveEntityRules(anew, other))).toEqual(differing);
    expect(told(resolveEntityRules(anew, entity('usual')))).toEqual(usual);
  });
});
