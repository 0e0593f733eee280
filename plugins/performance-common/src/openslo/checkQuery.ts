import { DocumentPath } from '../definitions/DocumentPositions';
import { SloReport } from './SloReport';
import { unknownTemplate } from './unknownTemplate';

/** Longest query, in characters; more than anybody would write. */
export const MAX_QUERY = 20_000;

/** Refuses a query that could never be asked: too long a one, or one of which a part is never filled in. */
export function checkQuery(
  query: string,
  path: DocumentPath,
  report: SloReport,
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
  }
}
