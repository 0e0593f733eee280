import { TestPerformance } from '../../__testUtils__/startPerformance';
import { ARCHITECT } from '../../__testUtils__/people';

/** What answers all that has to be answered of the test's template. */
const ANSWERS: Record<string, object> = {
  timeouts: { choices: ['some'] },
  latency: { number: 300 },
  'on-call': { text: 'The payments team.' },
};

/**
 * What architects do with reviews over HTTP.
 *
 * @param performance - started before the first request.
 */
export function conductReviews(performance: () => TestPerformance) {
  const call: TestPerformance['call'] = (...args) =>
    performance().call(...args);

  /** @throws Error where it isn't answered as expected. */
  const expectStatus = async (
    wanted: number,
    ...args: Parameters<TestPerformance['call']>
  ) => {
    const { status, body } = await call(...args);
    if (status !== wanted) {
      throw new Error(
        `${args[0]} ${args[1]} was answered with ${status}: ${JSON.stringify(
          body,
        )}`,
      );
    }
    return body;
  };

  const get = (id: string, user?: string) =>
    expectStatus(200, 'GET', `/reviews/${id}`, { user });

  const begin = async (
    entity: string,
    more: { template?: string; reviewers?: string[]; title?: string } = {},
    user = ARCHITECT,
  ): Promise<string> => {
    const { id } = await expectStatus(201, 'POST', '/reviews', {
      json: {
        subject: { entityRef: `component:default/${entity}` },
        template: 'service',
        ...more,
      },
      user,
    });
    return id;
  };

  const answer = (
    id: string,
    question: string,
    version: number,
    given: object,
    user = ARCHITECT,
  ) =>
    call('PUT', `/reviews/${id}/answers/${question}`, {
      json: { version, answer: given },
      user,
    });

  const answerAll = async (id: string, answers = ANSWERS) => {
    for (const [question, given] of Object.entries(answers)) {
      await expectStatus(200, 'PUT', `/reviews/${id}/answers/${question}`, {
        json: { version: 0, answer: given },
        user: ARCHITECT,
      });
    }
  };

  const putTo = async (
    id: string,
    status: string,
    more: object = {},
    user = ARCHITECT,
  ) => {
    const { version } = (await call('GET', `/reviews/${id}`)).body;
    return call('POST', `/reviews/${id}/status`, {
      json: { version, status, ...more },
      user,
    });
  };

  /** Begins, answers and publishes a review. */
  const publish = async (
    entity: string,
    more?: Parameters<typeof begin>[1],
  ): Promise<string> => {
    const id = await begin(entity, more);
    await answerAll(id);
    for (const status of ['in-review', 'published']) {
      const put = await putTo(id, status);
      if (put.status !== 200) {
        throw new Error(`${status} was answered with ${put.status}`);
      }
    }
    return id;
  };

  return { begin, answer, answerAll, putTo, publish, get, expectStatus };
}
