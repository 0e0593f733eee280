import { GoalDefinition } from '@perf-governance/plugin-performance-common';
import { Access } from '../access/Access';
import { Counts } from '../rollups/counts';

/** How far goals are, over what the caller may see. */
export interface GoalReader {
  /**
   * What counts for the goal now, at the end of each day up to today, oldest first. Which verdicts
   * count, and which of them are waived, is as of now.
   *
   * @param environments - only these.
   * @param days - see `dayOf`; both included.
   */
  trend(
    goal: GoalDefinition,
    environments: string[] | undefined,
    days: { from: number; today: number },
    access: Access,
  ): Promise<{ day: number; counts: Counts }[]>;
}
