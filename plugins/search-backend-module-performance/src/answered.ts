/**
 * What was asked for.
 *
 * @throws where the answer is an error, so that the index stays as it was.
 */
export function answered<T>(answer: {
  data?: T;
  error?: unknown;
  response: Response;
}): T {
  if (answer.data === undefined) {
    const { status, url } = answer.response;
    const { message } = Object(Object(answer.error).error);
    throw new Error(
      `The performance plugin answered ${status} to ${new URL(url).pathname}${
        message ? `: ${message}` : ''
      }`,
    );
  }
  return answer.data;
}
