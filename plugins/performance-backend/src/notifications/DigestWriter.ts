import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { dateOf, jsonOf } from '../database/columns';
import { stageToColumn } from '../database/stageColumn';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { Explanation } from '../verdicts/explanation';
import { verdictsLink } from './links';
import { NotificationMessage, Outbox } from './Outbox';
import { verdictsOfOwner } from './ownerVerdicts';
import { counted, day, entityName, listed, titled } from './words';

const SHOWN = 5;

type Counts = Partial<Record<VerdictState | 'waived', number>>;

/** What is counted, in the order it is told. */
const COUNTED: [keyof Counts, string][] = [
  ['fail', 'fail'],
  ['warn', 'warn'],
  ['no-data', 'have no data'],
  ['pass', 'pass'],
  ['waived', 'are waived'],
];

/**
 * Tells each owner once a day how their services stand and what changed since the last time; nothing
 * where nothing changed.
 */
export class DigestWriter {
  constructor(
    private readonly options: {
      knex: Knex;
      outbox: Outbox;
      clock: () => Date;
    },
  ) {}

  async write(): Promise<void> {
    const { knex, clock } = this.options;
    const now = clock();
    for (const [owner, counts] of await this.#countByOwner()) {
      await knex.transaction(tx => this.#writeOne(owner, counts, now, tx));
    }
  }

  /** Of verdicts that owners are told of. */
  async #countByOwner(): Promise<Map<string, Counts>> {
    const rows: {
      owner_ref: string;
      state: number;
      waived: boolean | number;
      count: number | string;
    }[] = await this.options
      .knex('verdicts')
      .join('entities', 'entities.id', 'verdicts.entity_id')
      .where('verdicts.stage', '>=', stageToColumn('notify'))
      .whereNotNull('entities.owner_ref')
      .whereNull('entities.retired_at')
      .groupBy('entities.owner_ref', 'verdicts.state', 'verdicts.waived')
      .orderBy('entities.owner_ref')
      .select('entities.owner_ref', 'verdicts.state', 'verdicts.waived')
      .count({ count: '*' });
    const byOwner = new Map<string, Counts>();
    for (const row of rows) {
      const counts = byOwner.get(row.owner_ref) ?? {};
      byOwner.set(row.owner_ref, counts);
      const state = stateFromColumn(row.state);
      counts[state] = (counts[state] ?? 0) + Number(row.count);
      if (row.waived) {
        counts.waived = (counts.waived ?? 0) + Number(row.count);
      }
    }
    return byOwner;
  }

  async #writeOne(
    owner: string,
    counts: Counts,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const row: { sent_at: number | string; counts: string } | undefined =
      await tx('digests').where('owner_ref', owner).first();
    const last = row && {
      sentAt: dateOf(row.sent_at),
      counts: jsonOf<Counts>(row.counts),
    };
    const since = last?.sentAt ?? new Date(0);
    const failed = last ? await newFailures(owner, since, tx) : [];
    const differences = COUNTED.filter(
      ([key]) => (counts[key] ?? 0) !== (last?.counts[key] ?? 0),
    );
    if (differences.length === 0 && failed.length === 0) {
      return;
    }
    await tx('digests')
      .insert({
        owner_ref: owner,
        sent_at: now.getTime(),
        counts: JSON.stringify(counts),
      })
      .onConflict('owner_ref')
      .merge();
    await this.options.outbox.add(tx, [
      {
        ...digestMessage({ owner, counts, failed, last }),
        type: 'notification',
        key: `digest:${owner}:${last?.sentAt.getTime() ?? 0}`,
        to: { refs: [owner] },
        topic: 'digest',
      },
    ]);
  }
}

/** Verdicts that have been failing since after a time, newest first. */
async function newFailures(
  owner: string,
  since: Date,
  tx: Knex.Transaction,
): Promise<string[]> {
  const rows: { entity_ref: string; body: string }[] = await verdictsOfOwner(
    owner,
    tx,
  )
    .join('explanations', 'explanations.id', 'verdicts.explanation_id')
    .where('verdicts.state', stateToColumn('fail'))
    .where('verdicts.confirmed', true)
    .where('verdicts.stage', '>=', stageToColumn('notify'))
    .where('verdicts.since', '>', since.getTime())
    .orderBy('verdicts.since', 'desc')
    .select('entities.entity_ref', 'explanations.body');
  return rows.map(
    ({ entity_ref, body }) =>
      `${jsonOf<Explanation>(body).title} of ${entityName(entity_ref)}`,
  );
}

function digestMessage(options: {
  owner: string;
  counts: Counts;
  failed: string[];
  last?: { sentAt: Date; counts: Counts };
}): Pick<NotificationMessage, 'title' | 'description' | 'link' | 'severity'> {
  const { owner, counts, failed, last } = options;
  const failing = counts.fail ?? 0;
  const changes = COUNTED.map(([key, word]) => {
    const count = counts[key] ?? 0;
    const before = last?.counts[key] ?? 0;
    return last && before !== count
      ? `${count} ${word} (${before} before)`
      : count > 0 && `${count} ${word}`;
  }).filter(part => part !== false);
  return {
    title: titled(
      `Performance of your services: ${counted(
        failing,
        'verdict fails',
        'verdicts fail',
      )}`,
    ),
    description: [
      `${listed(changes, COUNTED.length)}${
        last ? `, compared with ${day(last.sentAt)}` : ''
      }.`,
      failed.length > 0 && `Began to fail: ${listed(failed, SHOWN)}.`,
    ]
      .filter(part => part)
      .join(' '),
    link: verdictsLink({ owner, onlyFailing: failing > 0 }),
    severity: failed.length > 0 ? 'normal' : 'low',
  };
}
