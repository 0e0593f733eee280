import { FindingLink } from '@perf-governance/plugin-performance-common';
import { stringify } from 'csv-stringify/sync';
import { Finding } from './Finding';
import { TRANSFER_COLUMNS } from './transferItem';

/**
 * What begins so is a formula to spreadsheets, and gets an apostrophe in front; so does what would look as if it had
 * got one. OWASP, "CSV Injection".
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A finding as files have it. */
export function findingToItem(
  finding: Finding,
  affected: string[],
): Record<string, unknown> {
  return {
    externalId: finding.origin.externalId,
    entityRef: finding.entityRef,
    affected,
    title: finding.title,
    description: finding.description,
    category: finding.category,
    severity: finding.severity,
    likelihood: finding.likelihood,
    recommendation: finding.recommendation,
    effort: finding.effort,
    owner: finding.owner,
    dueDate: finding.dueDate,
    links: finding.links,
    id: `F-${finding.id}`,
    risk: finding.risk,
    status: finding.status,
    statusSince: finding.statusAt.toISOString(),
    createdBy: finding.createdBy,
    createdAt: finding.createdAt.toISOString(),
    resolvedBy: finding.resolvedBy,
  };
}

/** RFC 4180. Refs are divided by spaces; links have a line each: `type:URL title`. */
export function findingsToCsv(items: Record<string, unknown>[]): string {
  return stringify(
    items.map(item =>
      TRANSFER_COLUMNS.map(column => {
        const value = cellOf(column, item[column]);
        return FORMULA.test(value) ? `'${value}` : value;
      }),
    ),
    {
      header: true,
      columns: [...TRANSFER_COLUMNS],
      record_delimiter: 'windows',
      // The library quotes breaks as they end records only; to readers, each of them does.
      quoted_match: /[\r\n]/,
    },
  );
}

function cellOf(column: string, value: unknown): string {
  if (value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return column === 'links'
      ? value
          .map(({ type, url, title }: FindingLink) =>
            title ? `${type}:${url} ${title}` : `${type}:${url}`,
          )
          .join('\n')
      : value.join(' ');
  }
  return String(value);
}
