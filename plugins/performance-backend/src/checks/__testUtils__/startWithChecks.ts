import { Knex } from 'knex';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../../__testUtils__/startPerformance';
import { CheckTypes } from '../CheckTypes';

/** Sees nothing. */
export const STRANGER = 'user:default/stranger';
/** Sees everything and changes nothing. */
export const READER = 'user:default/reader';
export const ENTITY = '/entities/component/default/checkout';

/** The plugin with two entities, and what tests of checks ask of it. */
export async function startWithChecks(options: {
  knex: Knex;
  checkTypes?: CheckTypes;
}) {
  const performance: TestPerformance = await startPerformance({
    ...options,
    now: '2026-11-22T12:00:00.000Z',
    entities: [component('basket'), component('checkout')],
    policy: {
      [STRANGER]: {
        'performance.read': { result: AuthorizeResult.DENY },
        'performance.upload': { result: AuthorizeResult.DENY },
      },
      [READER]: {
        'performance.contribute': { result: AuthorizeResult.DENY },
        'performance.upload': { result: AuthorizeResult.DENY },
      },
    },
  });
  await performance.services.catalogProjection.sweep();
  const write = async (method: string, path: string, content: string) => {
    const { status, body } = await performance.call(method, path, {
      json: { content },
    });
    if (status >= 300) {
      throw new Error(`${status}: ${JSON.stringify(body)}`);
    }
  };
  return {
    performance,
    define: (content: string) => write('POST', '/definitions', content),
    redefine: (name: string, content: string) =>
      write(
        'PUT',
        `/definitions/${encodeURIComponent(`org/check/${name}`)}`,
        content,
      ),
    /** State, code and message of the verdict of a check on `checkout`; only the state where it passes. */
    verdictOf: async (name: string): Promise<string[]> => {
      const { body } = await performance.call('GET', '/verdicts', {
        query: {
          rule: `check:${name}`,
          entityRef: 'component:default/checkout',
        },
      });
      const [{ state, reason }] = body.items;
      return reason ? [state, reason.code, reason.message] : [state];
    },
    put: (path: string, json: object, user?: string) =>
      performance.call('PUT', `${ENTITY}${path}`, { json, user }),
  };
}
