import { STAGES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityEvaluation } from '../evaluation/EvaluationListener';
import { addSummaryItems, SETTLE_MS, StageItem } from './SummaryItem';

/** Notes verdicts whose stage changed, for their owners to be told. */
export async function noteStages(
  batch: EntityEvaluation[],
  tx: Knex.Transaction,
): Promise<void> {
  const items = new Map<string, { owner: string; payload: StageItem }>();
  for (const { entity, transitions } of batch) {
    for (const { ruleId, previous, next, verdict } of transitions) {
      if (
        entity.owner === undefined ||
        !previous ||
        !next ||
        !verdict ||
        previous.stage === next.stage
      ) {
        continue;
      }
      const { definitionId, story } = verdict.enforcement;
      const policy = story.find(part => part.definitionId === definitionId);
      const payload: StageItem = {
        definitionId,
        policy: policy?.title ?? policy?.name,
        stage: next.stage,
        ruleId,
      };
      const item = { owner: entity.owner, payload };
      items.set(JSON.stringify(item), item);
    }
  }
  if (items.size > 0) {
    await addSummaryItems(
      [...items.values()].map(item => ({
        kind: 'stage',
        ...item,
        dueAt: new Date(batch[0].now.getTime() + SETTLE_MS),
      })),
      tx,
    );
  }
}

/** Whether owners are told of what happens at a stage. */
export function isToldAt(stage: (typeof STAGES)[number]): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf('notify');
}
