import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { Outbox } from './Outbox';
import { ruleSummaryMessage } from './ruleSummaryMessage';
import { stageMessages } from './stageMessages';
import { StageItem, SummaryItemRow, VerdictNewsItem } from './SummaryItem';
import { saveTold } from './toldVerdicts';
import { verdictMessage } from './verdictMessage';

const ROWS_PER_STATEMENT = 200;

/**
 * Sums up for each owner what definitions, the catalog or time brought: one message per owner, however
 * many entities and verdicts it is about.
 */
export class SummaryWriter {
  constructor(
    private readonly options: {
      knex: Knex;
      outbox: Outbox;
      /** Whether entities are still being evaluated anew: then summaries wait. */
      isReevaluating: () => Promise<boolean>;
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /** Writes what is due to the outbox; safe with other replicas doing the same. */
  async writeDue(): Promise<void> {
    const { knex, clock, isReevaluating, logger } = this.options;
    const now = clock();
    const rows: (SummaryItemRow & { owner: string | null })[] = await knex(
      'summary_items',
    )
      .leftJoin('entities', 'entities.id', 'summary_items.entity_id')
      .where('due_at', '<=', now.getTime())
      .select('summary_items.*', {
        owner: knex.raw(
          'coalesce(entities.owner_ref, summary_items.owner_ref)',
        ),
      });
    if (rows.length === 0 || (await isReevaluating())) {
      return;
    }
    const byOwner = new Map<string, SummaryItemRow[]>();
    for (const { owner, ...row } of rows) {
      // Whoever lost its owner meanwhile has nobody to tell.
      const key = owner ?? '';
      byOwner.set(key, [...(byOwner.get(key) ?? []), row]);
    }
    for (const [owner, items] of byOwner) {
      try {
        await knex.transaction(tx => this.#write(owner, items, now, tx));
      } catch (error) {
        // The others needn't wait for it.
        logger.error(
          `Could not sum up what ${owner} is to be told: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #write(
    owner: string,
    items: SummaryItemRow[],
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const taken = await take(items, tx);
    const to = { refs: [owner] };
    const suffix = `${owner}:${now.getTime()}`;

    const ruleIds = payloadsOf<{ ruleId: number }>(taken, 'rule').map(
      ({ ruleId }) => ruleId,
    );
    const news = payloadsOf<VerdictNewsItem>(taken, 'verdict');
    await saveTold(news, now, tx);
    if (owner === '') {
      return;
    }
    const summary =
      ruleIds.length > 0 &&
      (await ruleSummaryMessage({ owner, ruleIds, now, tx }));
    await this.options.outbox.add(tx, [
      ...(summary ? [{ ...summary, to, key: `new-rules:${suffix}` }] : []),
      ...(
        await stageMessages({
          owner,
          items: payloadsOf<StageItem>(taken, 'stage'),
          tx,
        })
      ).map(message => ({ ...message, to, key: `${message.key}:${suffix}` })),
      ...(news.length > 0
        ? [verdictMessage(news, { owner, to, key: `verdicts:${suffix}` })]
        : []),
    ]);
  }
}

/** Takes rows that no other replica has taken. */
async function take(
  rows: SummaryItemRow[],
  tx: Knex.Transaction,
): Promise<SummaryItemRow[]> {
  const taken: SummaryItemRow[] = [];
  for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
    const keys = part.map(row => [row.kind, row.item_key]);
    const own = () =>
      tx<SummaryItemRow>('summary_items').whereIn(['kind', 'item_key'], keys);
    taken.push(...(await own().forUpdate()));
    await own().delete();
  }
  return taken;
}

function payloadsOf<T>(
  rows: SummaryItemRow[],
  kind: SummaryItemRow['kind'],
): T[] {
  return rows
    .filter(row => row.kind === kind)
    .map(row => jsonOf<T>(row.payload));
}
