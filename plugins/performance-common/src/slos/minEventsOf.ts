import { SloSpec } from '../model';

const DEFAULT_MIN_EVENTS = 100;

/** How many events it takes to go by them alone; of slices all are known, however few. */
export function minEventsOf(
  spec: Pick<SloSpec, 'budgetingMethod' | 'minEvents'>,
): number {
  return spec.budgetingMethod === 'Occurrences'
    ? spec.minEvents ?? DEFAULT_MIN_EVENTS
    : 0;
}
