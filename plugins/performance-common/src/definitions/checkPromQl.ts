import { promQlProblem } from '../promql';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/**
 * Refuses a query that Prometheus couldn't read; what other sources understand isn't known.
 *
 * @param source - Name or type of the metric source.
 */
export function checkPromQl(
  query: string,
  source: string | undefined,
  path: DocumentPath,
  reporter: ProblemReporter,
): void {
  const problem =
    source?.toLowerCase() === 'prometheus' ? promQlProblem(query) : undefined;
  if (problem !== undefined) {
    reporter.error('query-syntax', path, problem);
  }
}
