/** What was measured of a row of items, in pixels. */
export interface MeasuredRow {
  /** Of the items, in order. */
  widths: number[];
  /** Between two of them. */
  gap: number;
  /** Of the row. */
  available: number;
}

/**
 * Which items have room in a row, in order. Where not all have, one more of the width `more` stands at the end for
 * the others; the current one always has room.
 *
 * @returns Their places.
 */
export function fittingItems(
  { widths, gap, available }: MeasuredRow,
  more: number,
  current: number | undefined,
): number[] {
  const places = widths.map((_, place) => place);
  const all = widths.reduce((sum, width) => sum + width + gap, -gap);
  if (all <= available) {
    return places;
  }
  let left = available - more;
  if (current !== undefined) {
    left -= widths[current] + gap;
  }
  let isFull = false;
  return places.filter(place => {
    if (place === current) {
      return true;
    }
    left -= widths[place] + gap;
    isFull ||= left < 0;
    return !isFull;
  });
}
