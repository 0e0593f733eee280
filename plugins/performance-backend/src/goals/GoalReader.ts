import { GoalDefinition } from '@perf-governance/plugin-performance-common';
import { Access } from '../access/Access';
import { EntityFilter } from '../catalog/filterEntities';
import { Counts } from '../rollups/counts';

/** Which of the verdicts that count for a goal. */
export interface GoalFilter extends EntityFilter {
  environment?: string[];
}

/** How far goals are, over what the caller may see. */
export interface GoalReader {
  /**
   * What counts for the goal now, at the end of each day up to today, oldest first. Which verdicts
   * count, and which of them are waived, is as of now.
   *
   * @param filter - only what is about these entities and environments.
   * @param days - see `dayOf`; both included.
   */
  trend(
    goal: GoalDefinition,
    filter: GoalFilter,
    days: { from: number; today: number },
    access: Access,
  ): Promise<{ day: number; counts: Counts }[]>;
}
