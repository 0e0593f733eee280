import { RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { MeasuredRow } from './fittingItems';

/**
 * Measures the children of a row. While they aren't measured, which is before anything is painted, all of them have
 * to be there.
 *
 * @param key - says what is in the row: with another one, or another width of the row, it is measured anew;
 *   without one, not at all.
 */
export function useMeasuredRow(
  row: RefObject<HTMLElement>,
  key: string | undefined,
): MeasuredRow | undefined {
  const [measured, setMeasured] = useState<MeasuredRow & { key: string }>();
  const isAsked = key !== undefined;
  const current = isAsked && measured?.key === key ? measured : undefined;

  useLayoutEffect(() => {
    const element = row.current;
    if (element && key !== undefined && !current) {
      setMeasured({
        key,
        widths: Array.from(
          element.children,
          child => child.getBoundingClientRect().width,
        ),
        gap: parseFloat(getComputedStyle(element).columnGap) || 0,
        available: element.clientWidth,
      });
    }
  }, [current, key, row]);

  useEffect(() => {
    const element = row.current;
    if (!element || !isAsked) {
      return undefined;
    }
    const observer = new ResizeObserver(() =>
      setMeasured(last =>
        last?.available === element.clientWidth ? last : undefined,
      ),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isAsked, row]);

  return current;
}
