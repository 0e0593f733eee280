import { Stage } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { pageLink } from './links';
import { NotificationMessage } from './Outbox';
import { countByRule, sumOf } from './ownerVerdicts';
import { severityOf } from './severityOf';
import { StageItem } from './SummaryItem';
import { counted, listed, titled } from './words';

const SHOWN = 5;

/** What comes of a failure at each stage, after "a failure". */
export const CONSEQUENCES: Record<Stage, string> = {
  observe: 'is only shown',
  notify: 'is notified',
  warn: 'is a warning of the gate',
  block: 'closes the gate',
};

/**
 * Tells an owner which stages policies have just put verdicts at: one message per policy and stage.
 * Nothing of verdicts that meanwhile are at another stage.
 */
export async function stageMessages(options: {
  owner: string;
  items: StageItem[];
  tx: Knex.Transaction;
}): Promise<Omit<NotificationMessage, 'to'>[]> {
  const { owner, items, tx } = options;
  const groups = new Map<string, StageItem[]>();
  for (const item of items) {
    const key = `stage:${item.definitionId ?? 'default'}:${item.stage}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const messages: Omit<NotificationMessage, 'to'>[] = [];
  for (const [key, group] of groups) {
    const [{ policy, stage }] = group;
    const counts = await countByRule(
      owner,
      [...new Set(group.map(({ ruleId }) => ruleId))],
      { only: stage },
      tx,
    );
    const total = sumOf(counts);
    if (total === 0) {
      continue;
    }
    const failing = sumOf(counts, ['fail']);
    const titles = [...new Set(counts.map(({ title }) => title))];
    messages.push({
      key,
      type: 'notification',
      topic: 'policies',
      title: titled(
        `${
          policy === undefined ? 'Without a policy,' : `Policy "${policy}":`
        } a failure of ${counted(total, 'verdict', 'verdicts')} of yours now ${
          CONSEQUENCES[stage]
        }`,
      ),
      description: `${counted(failing, 'of them fails', 'of them fail')}. ${
        titles.length === 1 ? 'Rule' : 'Rules'
      }: ${listed(titles, SHOWN)}.`,
      link: pageLink('budgets', {
        owner,
        ...(failing > 0 && { state: 'fail' }),
      }),
      severity: failing > 0 ? severityOf([stage]) : 'low',
    });
  }
  return messages;
}
