import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { stageToColumn } from '../database/stageColumn';
import { stateToColumn } from '../database/stateColumn';
import { verdictsLink } from './links';
import { NotificationMessage } from './Outbox';
import {
  countByRule,
  RuleCount,
  sumOf,
  verdictsOfOwner,
} from './ownerVerdicts';
import { saveFirstTold } from './toldVerdicts';
import { counted, listed, titled } from './words';

const SHOWN = 5;

/** In the order they are told. */
const STATES: [VerdictState, string][] = [
  ['fail', 'fail'],
  ['warn', 'warn'],
  ['no-data', 'have no data'],
  ['pass', 'pass'],
  ['not-applicable', "don't apply"],
];

/**
 * Sums up the first verdicts of an owner's entities under new rules, and remembers that the owner
 * knows them.
 *
 * @returns `undefined` where owners aren't told of the rules, or nothing is judged by them any more.
 */
export async function ruleSummaryMessage(options: {
  owner: string;
  ruleIds: number[];
  now: Date;
  tx: Knex.Transaction;
}): Promise<Omit<NotificationMessage, 'key' | 'to'> | undefined> {
  const { owner, ruleIds, now, tx } = options;
  await tx('rule_introductions')
    .where('owner_ref', owner)
    .whereIn('rule_id', ruleIds)
    .update({ pending: false });
  await saveFirstTold(
    await verdictsOfOwner(owner, tx)
      .whereIn('verdicts.rule_id', ruleIds)
      .where('verdicts.state', stateToColumn('fail'))
      .where('verdicts.stage', '>=', stageToColumn('notify'))
      .select({
        ruleId: 'verdicts.rule_id',
        subjectId: 'verdicts.subject_id',
      }),
    now,
    tx,
  );

  const counts = await countByRule(owner, ruleIds, { from: 'notify' }, tx);
  const total = sumOf(counts);
  if (total === 0) {
    return undefined;
  }
  const rules = new Map(counts.map(count => [count.ruleId, count]));
  const failing = sumOf(counts, ['fail']);
  return {
    type: 'notification',
    topic: 'verdicts',
    title: titled(
      `Your services have ${counted(
        total,
        'verdict',
        'verdicts',
      )} under ${rulesText([...rules.values()])}: ${
        failing === 0 ? 'none fails' : counted(failing, 'fails', 'fail')
      }`,
    ),
    description: [
      `${listed(partsOf(counts), STATES.length)}.`,
      failing > 0 && `Failing: ${listed(failuresOf(counts), SHOWN)}.`,
    ]
      .filter(part => part)
      .join(' '),
    link: verdictsLink({ owner, onlyFailing: failing > 0 }),
    severity: failing > 0 ? 'normal' : 'low',
  };
}

function rulesText(rules: RuleCount[]): string {
  const [{ kind, title }] = rules;
  return rules.length === 1
    ? `the new ${kind === 'slo' ? 'SLO' : kind} "${title}"`
    : `${rules.length} new rules`;
}

function partsOf(counts: RuleCount[]): string[] {
  return STATES.flatMap(([state, word]) => {
    const count = sumOf(counts, [state]);
    return count > 0 ? `${count} ${word}` : [];
  });
}

/** Most first. */
function failuresOf(counts: RuleCount[]): string[] {
  return counts
    .filter(({ state }) => state === 'fail')
    .sort((a, b) => b.count - a.count)
    .map(({ title, count }) => `${title} (${count})`);
}
