import {
  addCounts,
  errorBudgetOf,
  SloCounts,
  SloSpec,
  SloStatus,
  stretchesBetween,
} from '@perf-governance/plugin-performance-common';
import { CountedSlo } from './StoredCounts';

/** A point of a burn-down. */
export interface BurnDownPoint {
  /** Epoch milliseconds. */
  at: number;
  /** Of the window's budget, after all that went wrong up to then; absent where nothing is known. */
  remainingShare?: number;
  /** Bad events or slices since the point before; absent where nothing is known. */
  bad?: number;
  /** Share of the time since the point before that samples cover; of the first, until the next. */
  coverage: number;
}

/** An objective's part in it. */
interface Part {
  name: string;
  weight: number;
  /** What the target is a share of, in the whole window; absent where nothing is known. */
  budgeted?: number;
}

/**
 * What was left of a window's budget over time: it starts whole, and ends as the status says. A gap stays
 * one.
 *
 * @param points - how many.
 */
export function burnDown(
  spec: SloSpec,
  status: SloStatus,
  { exclusions, counters }: CountedSlo,
  points: number,
): BurnDownPoint[] {
  const from = Date.parse(status.window.from);
  const to = Math.min(Date.parse(status.window.to), Date.parse(status.at));
  const parts = partsOf(spec, status);
  const errorBudget = errorBudgetOf(status.target);
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const spent = new Map<string, number>();
  let before = from;
  const found = Array.from({ length: points }, (_, index): BurnDownPoint => {
    const at = from + Math.round(((to - from) * index) / (points - 1));
    let bad = 0;
    let coverage = 1;
    let errorRate: number | undefined = 0;
    for (const { name, weight, budgeted } of parts) {
      const counter = counters.get(name);
      if (counter && 'count' in counter) {
        const { unitSeconds } = counter;
        const stretches = stretchesBetween(
          { from: before, to: at },
          exclusions,
          unitSeconds,
        );
        const counts = addCounts(
          stretches.map(stretch => counter.count(stretch.from, stretch.to)),
        );
        const seconds = stretches.reduce(
          (sum, stretch) => sum + (stretch.to - stretch.from) / 1000,
          0,
        );
        bad += badOf(counts);
        coverage = Math.min(
          coverage,
          seconds > 0 ? counts.coveredSeconds / seconds : 1,
        );
        spent.set(name, (spent.get(name) ?? 0) + badOf(counts));
      } else {
        coverage = 0;
      }
      errorRate =
        errorRate === undefined || !budgeted
          ? undefined
          : errorRate +
            (weight / weights) * ((spent.get(name) ?? 0) / budgeted);
    }
    before = at;
    return coverage > 0
      ? {
          at,
          remainingShare:
            errorRate === undefined ? undefined : 1 - errorRate / errorBudget,
          bad,
          coverage,
        }
      : { at, coverage };
  });
  // No time has passed at the first: it is known where what follows is.
  const [first, second] = found;
  return second?.coverage === 0
    ? [{ at: first.at, coverage: 0 }, ...found.slice(1)]
    : [
        { ...first, coverage: second?.coverage ?? first.coverage },
        ...found.slice(1),
      ];
}

function partsOf(spec: SloSpec, status: SloStatus): Part[] {
  return (
    status.parts?.map(part => ({
      name: part.objective,
      weight: part.weight,
      budgeted: budgetedOf(part.status),
    })) ?? [
      {
        name: spec.objectives[0].name,
        weight: 1,
        budgeted: budgetedOf(status),
      },
    ]
  );
}

function budgetedOf({ budget, target }: SloStatus): number | undefined {
  return budget && budget.allowed / errorBudgetOf(target);
}

function badOf({ good, total }: SloCounts): number {
  return Math.max(total - good, 0);
}
