import { CsvError, parse } from 'csv-parse/sync';
import {
  REQUIRED_COLUMNS,
  TRANSFER_COLUMNS,
  TransferItem,
  TransferProblem,
} from './transferItem';

/** As `findingsToCsv` writes what a spreadsheet would take for a formula. */
const QUOTED_FORMULA = /^'(?='*[=+\-@\t\r])/;

/** Spreadsheets of countries that write 1,5 divide cells by semicolons; what is copied from one, by tabs. */
const DELIMITERS = [',', ';', '\t'];

/**
 * Reads CSV with a heading, whose cells are divided by commas, semicolons or tabs.
 *
 * @returns the items that could be read, and what keeps others from it.
 */
export function readCsvItems(text: string): {
  items: TransferItem[];
  problems: TransferProblem[];
} {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    // Lines are counted alike, however they end.
    const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    records = parse(lines, {
      delimiter: delimiterOf(lines),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error as CsvError & { lines?: number };
      return refused([{ line: lines ?? 1, message: error.message }]);
    }
    throw error;
  }
  const [heading, ...rows] = records;
  if (!heading) {
    return refused([
      { line: 1, message: `The file is empty: it needs a heading` },
    ]);
  }
  const names = heading.record.map(name => name.trim());
  const inHeading = headingProblems(names);
  if (inHeading.length > 0) {
    return refused(inHeading);
  }
  const items: TransferItem[] = [];
  const problems: TransferProblem[] = [];
  for (const { record, info } of rows) {
    const breaks = record.join('').split('\n').length - 1;
    const line = info.lines - breaks;
    if (record.length === names.length) {
      items.push({ line, fields: fieldsOf(names, record) });
    } else {
      problems.push({
        line,
        message: `There are ${record.length} cells, and ${names.length} in the heading`,
      });
    }
  }
  return { items, problems };
}

/** Names of fields have none of them inside, so that the heading tells. */
function delimiterOf(text: string): string {
  const [heading] = text.trimStart().split('\n', 1);
  const cells = (delimiter: string) => heading.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) =>
    cells(delimiter) > cells(best) ? delimiter : best,
  );
}

function refused(problems: TransferProblem[]) {
  return { items: [], problems };
}

function headingProblems(names: string[]): TransferProblem[] {
  const known: readonly string[] = TRANSFER_COLUMNS;
  return [
    ...REQUIRED_COLUMNS.filter(name => !names.includes(name)).map(name => ({
      line: 1,
      column: name,
      message: `The heading lacks '${name}'`,
    })),
    ...names
      .filter(name => !known.includes(name))
      .map(name => ({
        line: 1,
        column: name,
        message: `There is no field '${name}'; known are ${TRANSFER_COLUMNS.join(
          ', ',
        )}`,
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

function fieldsOf(names: string[], record: string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const cell = record[index].replace(QUOTED_FORMULA, '');
    if (cell.trim()) {
      fields[name] = valueOfCell(name, cell);
    }
  }
  return fields;
}

function valueOfCell(name: string, cell: string): unknown {
  switch (name) {
    case 'affected':
      return cell.trim().split(/\s+/);
    case 'links':
      return cell
        .trim()
        .split(/\s*\n\s*/)
        .map(linkOfLine);
    default:
      return cell;
  }
}

function linkOfLine(line: string) {
  const [, type = 'other', url, title] =
    /^(?:([a-z-]+):(?=https?:))?(\S+)\s*(.*)$/s.exec(line) ?? [];
  return { type, url, ...(title && { title }) };
}
