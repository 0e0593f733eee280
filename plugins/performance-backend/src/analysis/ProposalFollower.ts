import { Knex } from 'knex';
import { Finding, FindingEvent } from '../findings/Finding';
import {
  FindingDeletionListener,
  FindingListener,
  FindingOccurrence,
} from '../findings/FindingListener';
import { ProposalEventRow, ProposalRow } from './proposalRow';
import { ProposalEvent } from './ProposalStore';

type FindingOfChain = Pick<Finding, 'id' | 'status'> & {
  duplicate_of: number | null;
};

/**
 * Has proposals follow what becomes of the findings that were made of them: a duplicate hands its proposal to the
 * finding that goes on, and one that is invalid says why there is nothing to be made of the proposal.
 */
export class ProposalFollower
  implements FindingListener, FindingDeletionListener
{
  async onFinding(
    { finding, event, previous }: FindingOccurrence,
    tx: Knex.Transaction,
  ) {
    const { id, status, duplicateOf } = finding;
    if (
      !previous ||
      (status === previous.status && duplicateOf === previous.duplicateOf)
    ) {
      return;
    }
    const held = await tx<ProposalRow>('analysis_proposals')
      .where('finding_id', id)
      .pluck('id');
    if (status === 'duplicate') {
      const goesOn = await selectOriginal(tx, id);
      await hand(tx, held, goesOn, {
        ...about(event),
        note: `F-${id} is a duplicate of F-${duplicateOf}`,
      });
    } else if (status === 'invalid') {
      await suppress(tx, held, id, event);
    } else if (previous.status === 'invalid') {
      await propose(tx, held, {
        ...about(event),
        note: `F-${id} isn't invalid any more`,
      });
    }
    if (previous.status === 'duplicate' && status !== 'duplicate') {
      const own = await selectMadeInto(tx, await selectDuplicates(tx, id));
      await hand(tx, own, finding, {
        ...about(event),
        note: `F-${id} isn't a duplicate any more`,
      });
    }
  }

  async onDeleted({ id }: Finding, by: string, at: Date, tx: Knex.Transaction) {
    const held = await tx<ProposalRow>('analysis_proposals')
      .where('finding_id', id)
      .pluck('id');
    await tx('analysis_proposals')
      .whereIn('id', held)
      .update({ finding_id: null });
    await addEvent(tx, held, 'proposed-again', {
      by,
      at,
      note: `F-${id} was deleted`,
    });
  }
}

const NOT_SUPPRESSED = {
  suppression_reason: null,
  suppressed_by: null,
  suppressed_at: null,
  suppressed_until: null,
};

type EventAbout = Pick<ProposalEvent, 'by' | 'at' | 'note'>;

function about({ by, at, note }: FindingEvent): EventAbout {
  return { by: by || undefined, at, note };
}

/** The finding that goes on for one, at the end of duplicates of duplicates. */
async function selectOriginal(
  tx: Knex.Transaction,
  id: number,
): Promise<FindingOfChain> {
  let found: FindingOfChain = await selectOne(tx, id);
  // There are no circles, and a duplicate of what was deleted is none any more.
  while (found.status === 'duplicate' && found.duplicate_of !== null) {
    found = await selectOne(tx, found.duplicate_of);
  }
  return found;
}

async function selectOne(
  tx: Knex.Transaction,
  id: number,
): Promise<FindingOfChain> {
  return tx('findings').where('id', id).first('id', 'status', 'duplicate_of');
}

/** A finding, and all that are duplicates of it or of one of these. */
async function selectDuplicates(
  tx: Knex.Transaction,
  id: number,
): Promise<number[]> {
  const all = [id];
  let last = all;
  while (last.length > 0) {
    last = await tx('findings').whereIn('duplicate_of', last).pluck('id');
    all.push(...last);
  }
  return all;
}

/** Proposals of which one of these is the last finding that was made. */
async function selectMadeInto(
  tx: Knex.Transaction,
  findingIds: number[],
): Promise<number[]> {
  return tx('findings')
    .whereIn('id', findingIds)
    .whereNotNull('proposal_id')
    .whereNotExists(
      tx('findings as later')
        .whereRaw('later.proposal_id = findings.proposal_id')
        .whereRaw('later.id > findings.id'),
    )
    .pluck('proposal_id');
}

async function hand(
  tx: Knex.Transaction,
  proposalIds: number[],
  to: Pick<FindingOfChain, 'id' | 'status'>,
  event: EventAbout,
): Promise<void> {
  await tx<ProposalRow>('analysis_proposals')
    .whereIn('id', proposalIds)
    .update({ finding_id: to.id, ...NOT_SUPPRESSED });
  await addEvent(tx, proposalIds, 'followed', event);
  if (to.status === 'invalid') {
    await suppress(tx, proposalIds, to.id, {
      by: event.by ?? '',
      at: event.at,
    });
  }
}

async function suppress(
  tx: Knex.Transaction,
  proposalIds: number[],
  findingId: number,
  { by, at, note }: Pick<FindingEvent, 'by' | 'at' | 'note'>,
): Promise<void> {
  const reason = `F-${findingId} is invalid${note ? `: ${note}` : ''}`;
  await tx<ProposalRow>('analysis_proposals')
    .whereIn('id', proposalIds)
    .update({
      suppression_reason: reason,
      suppressed_by: by,
      suppressed_at: at.getTime(),
      suppressed_until: null,
    });
  await addEvent(tx, proposalIds, 'suppressed', {
    by: by || undefined,
    at,
    note: reason,
  });
}

async function propose(
  tx: Knex.Transaction,
  proposalIds: number[],
  event: EventAbout,
): Promise<void> {
  const suppressed: number[] = await tx<ProposalRow>('analysis_proposals')
    .whereIn('id', proposalIds)
    .whereNotNull('suppressed_at')
    .pluck('id');
  await tx<ProposalRow>('analysis_proposals')
    .whereIn('id', suppressed)
    .update(NOT_SUPPRESSED);
  await addEvent(tx, suppressed, 'unsuppressed', event);
}

async function addEvent(
  tx: Knex.Transaction,
  proposalIds: number[],
  type: ProposalEvent['type'],
  { by, at, note }: EventAbout,
): Promise<void> {
  if (proposalIds.length > 0) {
    await tx<ProposalEventRow>('analysis_proposal_events').insert(
      proposalIds.map(id => ({
        proposal_id: id,
        type,
        at: at.getTime(),
        by: by ?? null,
        note: note ?? null,
      })),
    );
  }
}
