import { stripVTControlCharacters } from 'node:util';

export interface Column {
  title: string;
  align?: 'left' | 'right';
}

/**
 * Lays rows out in columns two spaces apart. Colours don't count as width.
 *
 * @returns One line for the titles and one for each row.
 */
export function alignColumns(
  columns: Column[],
  rows: string[][],
  styleTitle: (text: string) => string = text => text,
): string[] {
  const titles = columns.map(column => column.title);
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...rows].map(row => widthOf(row[index]))),
  );
  const layOut = (row: string[]) =>
    row
      .map((cell, index) => {
        const padding = ' '.repeat(widths[index] - widthOf(cell));
        return columns[index].align === 'right'
          ? padding + cell
          : cell + padding;
      })
      .join('  ')
      .trimEnd();
  return [styleTitle(layOut(titles)), ...rows.map(layOut)];
}

/** Code points, which is what terminals show of Latin, Greek, Cyrillic and our symbols. */
function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
