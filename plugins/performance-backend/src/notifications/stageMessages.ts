import { Stage } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { verdictsLink } from './links';
import { NotificationMessage } from './Outbox';
import { countByRule, sumOf } from './ownerVerdicts';
import { severityOf } from './severityOf';
import { StageItem } from './SummaryItem';
import { listed, titled } from './words';

const SHOWN = 5;

/** What a policy does at each stage. */
export const STAGE_VERBS: Record<Stage, string> = {
  observe: 'only observes',
  notify: 'notifies',
  warn: 'warns',
  block: 'blocks',
};

/** What comes of a failure at each stage. */
export const CONSEQUENCES: Record<Stage, string> = {
  observe: 'A failure is only shown.',
  notify: 'A failure is notified.',
  warn: 'A failure is a warning of the gate.',
  block: 'A failure closes the gate.',
};

/** `11 of your verdicts, 1 of which fails`. */
export function affected(total: number, failing: number): string {
  return `${total} of your verdicts, ${
    failing === 0 ? 'none' : failing
  } of which ${failing > 1 ? 'fail' : 'fails'}`;
}

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
    const [{ definitionId, policy, stage }] = group;
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
          policy === undefined
            ? `No policy is about ${total} of your verdicts now: the default`
            : `Policy "${policy}" now`
        } ${STAGE_VERBS[stage]}${
          policy === undefined ? '' : `: ${affected(total, failing)}`
        }`,
      ),
      description: `${CONSEQUENCES[stage]} ${
        titles.length === 1 ? 'Rule' : 'Rules'
      }: ${listed(titles, SHOWN)}.`,
      link: verdictsLink({
        owner,
        policy: definitionId,
        onlyFailing: failing > 0,
      }),
      severity: failing > 0 ? severityOf([stage]) : 'low',
    });
  }
  return messages;
}
