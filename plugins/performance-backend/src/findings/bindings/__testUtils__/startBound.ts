import { Knex } from 'knex';
import { component, k6Summary } from '../../../__testUtils__/fixtures';
import { ARCHITECT, OWNER, PEOPLE } from '../../../__testUtils__/people';
import {
  startTold,
  ToldPerformance,
} from '../../../notifications/__testUtils__/startTold';

/** Somebody else who judges findings. */
export const SECOND = 'user:default/second';
export const CHECKOUT = 'component:default/checkout';

/** A day of November 2026. */
export function november(day: number): string {
  return `2026-11-${String(day).padStart(2, '0')}`;
}

/** The plugin as of 1 November, and what tests of bound findings do with it. */
export interface BoundPerformance extends ToldPerformance {
  /** Asks as the architect unless told otherwise, and waits until entities have been evaluated that it changed. */
  ask(
    method: string,
    path: string,
    json: unknown,
    user?: string,
  ): Promise<{ status: number; body: any }>;
  /**
   * Uploads a report at noon of a day of November, of a test an hour before.
   *
   * @returns the run's id.
   */
  upload(day: number, report: string, startedAt?: string): Promise<string>;
  /** Records a finding of high risk. */
  record(): Promise<BoundFindingClient>;
}

/** A finding, as the architect sees it. */
export interface BoundFindingClient {
  id: string;
  get(): Promise<any>;
  /** `status green/needed`, with `?` where closure is proposed. */
  standing(): Promise<string>;
  bind(binding: object, user?: string): Promise<{ status: number; body: any }>;
  decide(
    decision: 'verify' | 'decline',
    options?: { note?: string; user?: string },
  ): Promise<{ status: number; body: any }>;
  step(status: string, user?: string): Promise<{ status: number; body: any }>;
  /** What became of it and by whom, newest first. */
  history(): Promise<string[]>;
}

export async function startBound(
  knex: Knex,
  options: Partial<Parameters<typeof startTold>[0]> = {},
): Promise<BoundPerformance> {
  const performance = await startTold({
    knex,
    entities: [component('checkout'), component('basket')],
    now: `${november(1)}T08:00:00Z`,
    policy: { ...PEOPLE, [SECOND]: PEOPLE[ARCHITECT] },
    ...options,
  });
  const ask: BoundPerformance['ask'] = async (
    method,
    path,
    json,
    user = ARCHITECT,
  ) => {
    const answer = await performance.call(method, path, { json, user });
    await performance.services.reevaluations.whenIdle();
    return answer;
  };
  return {
    ...performance,
    ask,
    upload: async (day, report, startedAt = `${november(day)}T11:00:00Z`) => {
      performance.setNow(`${november(day)}T12:00:00Z`);
      const { status, body } = await performance.call('POST', '/reports', {
        query: {
          entityRef: CHECKOUT,
          environment: 'production',
          branch: 'main',
          startedAt,
        },
        text: report,
      });
      if (status !== 201) {
        throw new Error(`A report was answered with ${JSON.stringify(body)}`);
      }
      await performance.services.reevaluations.whenIdle();
      return body.run.id;
    },
    record: async () => {
      const { status, body } = await ask('POST', '/findings', {
        entityRef: CHECKOUT,
        title: 'Orders lack an index',
        category: 'missing-index',
        severity: 'high',
        likelihood: 'high',
        owner: OWNER,
      });
      if (status !== 201) {
        throw new Error(`A finding was answered with ${JSON.stringify(body)}`);
      }
      return clientOf(body.id, performance, ask);
    },
  };
}

function clientOf(
  id: string,
  performance: ToldPerformance,
  ask: BoundPerformance['ask'],
): BoundFindingClient {
  const path = `/findings/${id}`;
  const get = async () =>
    (await performance.call('GET', path, { user: ARCHITECT })).body;
  const write = async (
    method: string,
    part: string,
    json: object,
    user?: string,
  ) => {
    const { version } = await get();
    return ask(method, `${path}/${part}`, { version, ...json }, user);
  };
  return {
    id,
    get,
    standing: async () => {
      const { status, binding, closureProposedAt } = await get();
      return `${status} ${binding.green.count}/${binding.greenDays}${
        closureProposedAt ? '?' : ''
      }`;
    },
    bind: (binding, user) =>
      write('PUT', 'binding', { entityRef: CHECKOUT, ...binding }, user),
    decide: (decision, { note, user } = {}) =>
      write('POST', 'closure', { decision, note }, user),
    step: (status, user) => write('POST', 'status', { status }, user),
    history: async () => {
      const { body } = await performance.call('GET', `${path}/history`, {
        user: ARCHITECT,
      });
      return body.items.map(
        ({ type, by }: { type: string; by: string }) =>
          `${type}${by && ` ${by}`}`,
      );
    },
  };
}

/** k6's summary of a test that asked for nothing over HTTP: without `http_req_…`. */
export const WITHOUT_REQUESTS = JSON.stringify({
  ...JSON.parse(k6Summary(0)),
  metrics: {
    iterations: { count: 1000, rate: 33.3 },
    vus: { value: 1, min: 1, max: 10 },
  },
});
