import { TestPerformance } from './startPerformance';

type Query = NonNullable<Parameters<TestPerformance['call']>[2]>['query'];

/**
 * Reads from routes that answer.
 *
 * @param performance - started before the first request.
 */
export function getFrom(performance: () => TestPerformance) {
  return async (path: string, query: Query = {}, user?: string) => {
    const { status, body } = await performance().call('GET', path, {
      query,
      user,
    });
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
}
