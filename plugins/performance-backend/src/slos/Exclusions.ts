import {
  expandAdjustments,
  SloExclusion,
  SloSpec,
  judgedWindow,
  SloAdjustmentNote,
} from '@perf-governance/plugin-performance-common';
import { Adjustment } from './AdjustmentStore';
import { Slo } from './Slo';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The longest window of burn rates. */
const BURN_MS = 3 * DAY_MS;

/** Works out what adjustments take out of SLOs, each adjustment once for all SLOs of one window. */
export class Exclusions {
  readonly #expanded = new Map<string, SloExclusion[]>();

  /** @param adjustments - those in force, oldest first. */
  constructor(private readonly adjustments: readonly Adjustment[]) {}

  /** Who made those that take time out of an SLO, and why; in the order they were made. */
  notesOf(exclusions: readonly SloExclusion[]): SloAdjustmentNote[] {
    const ids = new Set(exclusions.map(({ adjustmentId }) => adjustmentId));
    return this.adjustments.flatMap(({ id, createdBy, createdAt, reason }) =>
      ids.has(String(id))
        ? [
            {
              id: String(id),
              createdBy,
              createdAt: createdAt.toISOString(),
              reason,
            },
          ]
        : [],
    );
  }

  /** Of all that a status at a time looks at. */
  of(slo: Slo, spec: SloSpec, now: number): SloExclusion[] {
    const ours = this.adjustments.filter(({ scope }) => concerns(scope, slo));
    if (ours.length === 0) {
      return [];
    }
    const window = judgedWindow(spec.timeWindow, now);
    const stretch = {
      // A step or slice that has begun may begin a little before the window.
      from: Math.min(window.from, now - BURN_MS) - DAY_MS,
      to: Math.max(window.to, now),
    };
    return ours
      .flatMap(({ id, times }) => {
        const key = `${id} ${stretch.from} ${stretch.to}`;
        const known =
          this.#expanded.get(key) ??
          expandAdjustments([{ id: String(id), times }], stretch);
        this.#expanded.set(key, known);
        return known;
      })
      .sort((a, b) => a.from - b.from || a.to - b.to);
  }
}

/** Whether an adjustment is about an SLO. */
function concerns(scope: Adjustment['scope'], slo: Slo): boolean {
  switch (scope.type) {
    case 'slo':
      return scope.sloId === slo.id;
    case 'entity':
      return (
        scope.entityId === slo.entityId &&
        (scope.environment === undefined ||
          scope.environment === slo.environment)
      );
    default:
      return scope.definitionId === slo.definitionId;
  }
}
