import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  components,
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  FindingLink,
  RISK_GRADES,
} from '@perf-governance/plugin-performance-common';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Finding } from './Finding';
import { NewFindingInput, readFindingContent } from './readFinding';

/** What a file of findings may have; the ones after `links` are for readers. */
const COLUMNS = [
  'externalId',
  'entityRef',
  'affected',
  'title',
  'description',
  'category',
  'severity',
  'likelihood',
  'recommendation',
  'effort',
  'owner',
  'dueDate',
  'links',
  'id',
  'risk',
  'status',
  'statusSince',
  'createdBy',
  'createdAt',
  'resolvedBy',
] as const;

const REQUIRED = [
  'entityRef',
  'title',
  'category',
  'severity',
  'likelihood',
] as const;

const MOST_FINDINGS = 1000;

/** What begins so is a formula to spreadsheets; OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r]/;

/** To check parts of a finding by themselves. */
const BLANK: NewFindingInput = {
  entityRef: 'component:default/blank',
  title: 'Blank',
  category: 'other',
  severity: 'low',
  likelihood: 'low',
};

/** One item of a file. */
export interface TransferItem {
  /** Of CSV; of JSON, the position among the findings, from 1. */
  line: number;
  fields: Record<string, unknown>;
}

export type TransferProblem =
  components['schemas']['FindingImport']['problems'][number];

/** A finding as files have it. */
export function findingToItem(
  finding: Finding,
  affected: string[],
): Record<string, unknown> {
  return {
    // By its own number where nobody else has one for it, so that it isn't recorded twice.
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

/** RFC 4180. Lists are divided by spaces; links are `type:URL`. */
export function itemsToCsv(items: Record<string, unknown>[]): string {
  return stringify(
    items.map(item =>
      COLUMNS.map(column => {
        const value = cellOf(column, item[column]);
        return FORMULA.test(value) ? `'${value}` : value;
      }),
    ),
    { header: true, columns: [...COLUMNS], record_delimiter: 'windows' },
  );
}

function cellOf(column: string, value: unknown): string {
  if (value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return column === 'links'
      ? value.map(({ type, url }: FindingLink) => `${type}:${url}`).join(' ')
      : value.join(' ');
  }
  return String(value);
}

/** @returns items, or what keeps the file from being read. */
export function readCsvItems(
  text: string,
): { items: TransferItem[] } | { problems: TransferProblem[] } {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error as CsvError & { lines?: number };
      return { problems: [{ line: lines ?? 1, message: error.message }] };
    }
    throw error;
  }
  const [heading, ...rows] = records;
  if (!heading) {
    return {
      problems: [{ line: 1, message: `The file is empty: it needs a heading` }],
    };
  }
  const names = heading.record.map(name => name.trim());
  const problems = headingProblems(names);
  if (problems.length > 0) {
    return { problems };
  }
  const items: TransferItem[] = [];
  for (const { record, info } of rows) {
    const breaks = record.join('').split('\n').length - 1;
    const line = info.lines - breaks;
    if (record.length !== names.length) {
      problems.push({
        line,
        message: `There are ${record.length} cells, and ${names.length} in the heading`,
      });
      continue;
    }
    const fields: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) {
      const cell = record[index].replace(/^'(?=[=+\-@\t\r])/, '');
      if (cell.trim()) {
        fields[name] = valueOfCell(name, cell);
      }
    }
    items.push({ line, fields });
  }
  return problems.length > 0 ? { problems } : { items };
}

function headingProblems(names: string[]): TransferProblem[] {
  const known: readonly string[] = COLUMNS;
  return [
    ...REQUIRED.filter(name => !names.includes(name)).map(name => ({
      line: 1,
      column: name,
      message: `The heading lacks '${name}'`,
    })),
    ...names
      .filter(name => !known.includes(name))
      .map(name => ({
        line: 1,
        column: name,
        message: `There is no field '${name}'; known are ${COLUMNS.join(', ')}`,
      })),
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map(name => ({
        line: 1,
        column: name,
        message: `The heading has '${name}' more than once`,
      })),
  ];
}

function valueOfCell(name: string, cell: string): unknown {
  if (name === 'affected') {
    return cell.trim().split(/\s+/);
  }
  if (name === 'links') {
    return cell
      .trim()
      .split(/\s+/)
      .map(link => {
        const [, type, url] = /^([a-z-]+):(https?:.*)$/.exec(link) ?? [];
        return type ? { type, url } : { type: 'other', url: link };
      });
  }
  return cell;
}

/**
 * Reads an item as a new finding.
 *
 * @returns all that is wrong with it.
 */
export function readItem({
  line,
  fields,
}: TransferItem): { input: NewFindingInput } | { problems: TransferProblem[] } {
  const problems: TransferProblem[] = [];
  const complain = (column: string, message: string) =>
    problems.push({ line, column, message });
  const known: readonly string[] = COLUMNS;
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) {
      complain(name, `There is no field '${name}'`);
    }
  }
  const text = (name: string, longest: number): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== 'string') {
      complain(name, `'${name}' has to be text`);
      return undefined;
    }
    if (value.length > longest) {
      complain(
        name,
        `'${name}' has ${value.length} characters, at most ${longest} are taken`,
      );
    }
    return value;
  };
  const oneOf = <T extends string>(
    name: string,
    values: readonly T[],
  ): T | undefined => {
    const value = text(name, 100)?.trim();
    if (value === undefined) {
      return undefined;
    }
    const found = values.find(candidate => candidate === value);
    if (!found) {
      complain(name, `'${value}' isn't one of ${values.join(', ')}`);
    }
    return found;
  };
  const input = {
    externalId: text('externalId', 200),
    entityRef: refOf(text('entityRef', 500), message =>
      complain('entityRef', message),
    ),
    affected: listOf(fields.affected, 'affected', complain)?.flatMap(
      ref => refOf(String(ref), message => complain('affected', message)) ?? [],
    ),
    title: text('title', 200),
    description: text('description', 20_000),
    category: oneOf('category', FINDING_CATEGORIES),
    severity: oneOf('severity', RISK_GRADES),
    likelihood: oneOf('likelihood', RISK_GRADES),
    recommendation: text('recommendation', 20_000),
    effort: oneOf('effort', FINDING_EFFORTS),
    owner: text('owner', 500)?.trim(),
    dueDate: text('dueDate', 100)?.trim(),
    links: listOf(fields.links, 'links', complain) as FindingLink[] | undefined,
  };
  for (const name of REQUIRED) {
    if (fields[name] === undefined || fields[name] === null) {
      complain(name, `'${name}' is missing`);
    }
  }
  for (const link of input.links ?? []) {
    const { type, url } = Object(link);
    if (
      typeof url !== 'string' ||
      !['issue', 'pull-request', 'adr', 'run', 'other'].includes(type)
    ) {
      complain(
        'links',
        'A link needs a `url` and one of the types issue, pull-request, adr, run, other',
      );
    }
  }
  if (problems.length > 0) {
    return { problems };
  }
  const complete = input as NewFindingInput;
  const checks: [string, Partial<NewFindingInput>][] = [
    ['title', { title: complete.title }],
    ['owner', { owner: complete.owner }],
    ['dueDate', { dueDate: complete.dueDate }],
    ['links', { links: complete.links }],
  ];
  for (const [column, part] of checks) {
    try {
      readFindingContent({ ...BLANK, ...part });
    } catch (error) {
      complain(column, isError(error) ? error.message : String(error));
    }
  }
  return problems.length > 0 ? { problems } : { input: complete };
}

function listOf(
  value: unknown,
  name: string,
  complain: (column: string, message: string) => void,
): unknown[] | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    complain(name, `'${name}' has to be a list`);
    return undefined;
  }
  if (value.length > 50) {
    complain(name, `'${name}' has ${value.length} items, at most 50 are taken`);
  }
  return value;
}

function refOf(
  text: string | undefined,
  complain: (message: string) => void,
): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    complain(
      `'${text}' isn't the ref of an entity, e.g. component:default/pay`,
    );
    return undefined;
  }
}

/** @returns what keeps a file of so many items from being taken. */
export function sizeProblem(items: TransferItem[]): TransferProblem[] {
  return items.length > MOST_FINDINGS
    ? [
        {
          line: items[MOST_FINDINGS].line,
          message: `There are ${items.length} findings; at most ${MOST_FINDINGS} are taken at once`,
        },
      ]
    : [];
}
