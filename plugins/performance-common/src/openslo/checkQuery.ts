import { DocumentPath } from '../definitions/DocumentPositions';
import { promQlProblem } from '../promql';
import { SloReport } from './SloReport';
import { unknownTemplate } from './unknownTemplate';

/** Longest query, in characters; more than anybody would write. */
export const MAX_QUERY = 20_000;

/**
 * Refuses a query that could never be asked: too long a one, one of which a part is never filled in, or one
 * to Prometheus that it can't read.
 *
 * @param source - Name of the source, or what it says of its type.
 */
export function checkQuery(
  query: string,
  path: DocumentPath,
  report: SloReport,
  source: string | undefined,
): void {
  if (query.length > MAX_QUERY) {
    report.reject(
      'too-long',
      path,
      `A query may have at most ${MAX_QUERY} characters, not ${query.length}.`,
    );
    return;
  }
  const template = unknownTemplate(query);
  if (template !== undefined) {
    report.reject(
      'query-template',
      path,
      `The query has the template ${template}, which isn’t known; known are {{.window}} and fields of the entity, such as {{ entity.metadata.name }}.`,
    );
    return;
  }
  const problem =
    source !== undefined && report.isPrometheus(source)
      ? promQlProblem(query)
      : undefined;
  if (problem !== undefined) {
    report.reject('query-syntax', path, problem);
  }
}
