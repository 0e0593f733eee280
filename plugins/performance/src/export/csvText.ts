/** A column of a CSV file: its title, and what a row has in it. */
export type CsvColumn<T> = [string, (row: T) => string | number];

/**
 * Text that begins like a formula would be computed by a spreadsheet that opens the file; the
 * apostrophe keeps it text (OWASP, "CSV Injection").
 */
function csvField(value: string | number): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows as CSV (RFC 4180). */
export function csvText<T>(columns: CsvColumn<T>[], rows: T[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...rows.map(row => columns.map(([, read]) => read(row))),
  ];
  return lines.map(line => `${line.map(csvField).join(',')}\r\n`).join('');
}
