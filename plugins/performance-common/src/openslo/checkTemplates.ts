import { DocumentPath } from '../definitions/DocumentPositions';
import { SloReport } from './SloReport';
import { unknownTemplate } from './unknownTemplate';

/** Refuses a query that could never be asked, as a part of it is never filled in. */
export function checkTemplates(
  query: string,
  path: DocumentPath,
  report: SloReport,
): void {
  const template = unknownTemplate(query);
  if (template !== undefined) {
    report.reject(
      'query-template',
      path,
      `The query has the template ${template}, which isn’t known; known are {{.window}} and fields of the entity, such as {{ entity.metadata.name }}.`,
    );
  }
}
