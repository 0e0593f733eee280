import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { ARCHITECT, OWNER, PEOPLE } from '../../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
  TestPolicy,
} from '../../__testUtils__/startPerformance';

export const NOW = '2026-03-10T12:00:00Z';

/** A component of a group, given by its ref. */
export function owned(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, title: name.toUpperCase() },
    spec: { type: 'service', owner, lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** Of the payments team, and of the shop's. */
export const ENTITIES = [
  owned('pay', 'group:default/payments'),
  owned('cart', 'group:default/shop'),
];

export const PAY = 'component:default/pay';
export const CART = 'component:default/cart';

export const NEW = {
  entityRef: PAY,
  title: 'Calls to the bank have no timeout',
  description: 'A **slow** bank takes all threads',
  category: 'missing-timeout',
  severity: 'high',
  likelihood: 'high',
  recommendation: 'Give every call 2 s',
};

/** With two entities, and nothing found yet. */
export async function startFindings(
  knex: Knex,
  policy: TestPolicy = {},
): Promise<TestPerformance> {
  const performance = await startPerformance({
    knex,
    entities: ENTITIES,
    now: NOW,
    policy: { ...PEOPLE, ...policy },
    groups: { [OWNER]: ['group:default/payments'] },
  });
  await performance.services.catalogProjection.sweep();
  return performance;
}

/** What people do with findings, the architect unless somebody else is named. */
export function findingCalls(started: () => TestPerformance) {
  const call = async (
    method: string,
    path: string,
    json?: unknown,
    user = ARCHITECT,
  ) => started().call(method, path, { json, user });

  return {
    call,
    create: async (more: object = {}): Promise<any> => {
      const { status, body } = await call('POST', '/findings', {
        ...NEW,
        ...more,
      });
      expect([status, body.error?.message]).toEqual([201, undefined]);
      return body;
    },
    /** Brings a finding to another status, whatever its version. */
    step: async (
      id: string,
      status: string,
      more: object = {},
      user = ARCHITECT,
    ) => {
      const { body: finding } = await call('GET', `/findings/${id}`);
      return call(
        'POST',
        `/findings/${id}/status`,
        { version: finding.version, status, ...more },
        user,
      );
    },
    importCsv: async (
      lines: string | string[],
      { user = ARCHITECT, dryRun = false } = {},
    ) =>
      started().call('POST', '/finding-imports', {
        text: Array.isArray(lines) ? lines.join('\n') : lines,
        contentType: 'text/csv',
        query: { dryRun },
        user,
      }),
  };
}
