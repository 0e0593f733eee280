import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** @public */
export type ViewStatePatch = Record<
  string,
  string | number | string[] | undefined
>;

/** @public */
export interface ViewState {
  get(name: string): string | undefined;
  getAll(name: string): string[];
  getNumber(name: string, fallback: number): number;
  /**
   * Changes the named parameters and keeps all others; `undefined` and `[]` remove one.
   *
   * @param options - `push` makes a step that the browser's Back button undoes.
   */
  update(patch: ViewStatePatch, options?: { push?: boolean }): void;
}

/**
 * The state of a view, kept in the query string so that a link reproduces it.
 *
 * @public
 */
export function useViewState(): ViewState {
  const [searchParams, setSearchParams] = useSearchParams();

  const update = useCallback(
    (patch: ViewStatePatch, options?: { push?: boolean }) => {
      setSearchParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [name, value] of Object.entries(patch)) {
            next.delete(name);
            const values = Array.isArray(value) ? value : [value];
            for (const item of values) {
              if (item !== undefined && item !== '') {
                next.append(name, String(item));
              }
            }
          }
          return next;
        },
        { replace: !options?.push },
      );
    },
    [setSearchParams],
  );

  return useMemo(
    () => ({
      get: name => searchParams.get(name) ?? undefined,
      getAll: name => searchParams.getAll(name),
      getNumber: (name, fallback) => {
        const value = Number(searchParams.get(name) ?? undefined);
        return Number.isFinite(value) ? value : fallback;
      },
      update,
    }),
    [searchParams, update],
  );
}
