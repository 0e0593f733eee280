import { Stage, STAGES } from '@perf-governance/plugin-performance-common';

/** Stages are stored as their place in `STAGES`, so that ascending order is weakest first. */
export function stageToColumn(stage: Stage): number {
  return STAGES.indexOf(stage);
}

export function stageFromColumn(column: number): Stage {
  return STAGES[column];
}
