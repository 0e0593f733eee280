import {
  AnalysisProposal,
  RISK_GRADES,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { chunked } from '../database/chunked';
import { BigIntColumn } from '../database/columns';
import { insertRows, RowTarget } from '../database/insertRows';
import { withoutNul } from './withoutNul';
import {
  ProposalEntityRow,
  ProposalEventRow,
  ProposalRow,
} from './proposalRow';
import { ProposalEvent } from './ProposalStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** What is gone that long and no finding came of is forgotten, with what was decided on it. */
const KEPT_GONE_MS = 90 * 24 * 60 * 60_000;

const PROPOSAL_ENTITIES: RowTarget<ProposalEntityRow> = {
  table: 'analysis_proposal_entities',
  columns: [
    ['proposal_id', 'integer', row => row.proposal_id],
    ['entity_id', 'integer', row => row.entity_id],
    ['position', 'integer', row => row.position],
    ['core', 'boolean', row => row.core],
  ],
};

const EVENTS: RowTarget<
  Pick<ProposalEventRow, 'proposal_id' | 'type' | 'at' | 'note'>
> = {
  table: 'analysis_proposal_events',
  columns: [
    ['proposal_id', 'integer', row => row.proposal_id],
    ['type', 'text', row => row.type],
    ['at', 'bigint', row => row.at],
    ['note', 'text', row => row.note],
  ],
};

type KnownRow = Pick<
  ProposalRow,
  'id' | 'key_hash' | 'content_hash' | 'gone_at' | 'last_seen_at'
> & {
  finding_id: number | null;
  /** When the finding that was made of it was verified. */
  verified_at: BigIntColumn | null;
};

/** A proposal as a row, and whom it affects. */
interface FoundProposal {
  row: Omit<
    ProposalRow,
    | 'id'
    | 'first_seen_at'
    | 'last_seen_at'
    | 'gone_at'
    | 'suppression_reason'
    | 'suppressed_by'
    | 'suppressed_at'
    | 'suppressed_until'
    | 'finding_id'
  >;
  entities: Omit<ProposalEntityRow, 'proposal_id'>[];
}

/**
 * Makes what an analysis found the present state: what has the key of a known proposal is that, and keeps what was
 * decided on it; what isn't found any more is gone.
 *
 * @param entityIds - by ref.
 */
export async function saveProposals(
  tx: Knex.Transaction,
  proposals: readonly AnalysisProposal[],
  entityIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<{ appeared: number; gone: number; unchanged: number }> {
  const at = now.getTime();
  const found = new Map<string, FoundProposal>();
  for (const proposal of proposals) {
    const each = toFound(proposal, entityIds);
    found.set(each.row.key_hash, each);
  }
  const rows: KnownRow[] = await tx('analysis_proposals')
    .leftJoin('findings', on =>
      on
        .on('findings.id', 'analysis_proposals.finding_id')
        .andOnVal('findings.status', 'verified'),
    )
    .select(
      'analysis_proposals.id',
      'analysis_proposals.key_hash',
      'analysis_proposals.content_hash',
      'analysis_proposals.gone_at',
      'analysis_proposals.last_seen_at',
      'analysis_proposals.finding_id',
      { verified_at: 'findings.status_at' },
    );
  const known = new Map(rows.map(row => [row.key_hash, row]));

  const added = [...found.values()].filter(
    ({ row }) => !known.has(row.key_hash),
  );
  const still = rows.filter(row => found.has(row.key_hash));
  const returned = still.filter(row => row.gone_at !== null);
  const gone = rows.filter(
    row => row.gone_at === null && !found.has(row.key_hash),
  );

  await addProposals(tx, added, at);
  await updateWhere(tx, still, { last_seen_at: at });
  await updateWhere(tx, returned, { gone_at: null });
  await addEvents(tx, returned, 'returned', at);
  await addEvents(
    tx,
    still
      .filter(row => isStillThere(row, at))
      .map(({ id, finding_id }) => ({
        id,
        note: `F-${finding_id} was verified, and it is still found`,
      })),
    'proposed-again',
    at,
  );
  await updateWhere(tx, gone, { gone_at: at });
  await addEvents(tx, gone, 'gone', at);
  for (const { id, key_hash, content_hash } of still) {
    const each = found.get(key_hash);
    if (each && each.row.content_hash !== content_hash) {
      await tx('analysis_proposals').where('id', id).update(each.row);
      await tx('analysis_proposal_entities').where('proposal_id', id).delete();
      await addEntities(tx, [{ id, ...each }]);
    }
  }
  await tx('analysis_proposals')
    .where('gone_at', '<', at - KEPT_GONE_MS)
    .whereNull('finding_id')
    .delete();
  return {
    appeared: added.length + returned.length,
    gone: gone.length,
    unchanged: still.length - returned.length,
  };
}

function toFound(
  proposal: AnalysisProposal,
  entityIds: ReadonlyMap<string, number>,
): FoundProposal {
  const core = new Set(proposal.core);
  const idOf = (entityRef: string) => {
    const id = entityIds.get(entityRef);
    if (id === undefined) {
      throw new Error(`${entityRef} was analysed and isn't in the projection`);
    }
    return id;
  };
  const content = {
    rule: proposal.rule,
    entity_id: idOf(proposal.entityRef),
    environment: proposal.environment ?? '*',
    title: withoutNul(proposal.title),
    explanation: withoutNul(proposal.explanation),
    recommendation: withoutNul(proposal.recommendation),
    category: proposal.category,
    severity: RISK_GRADES.indexOf(proposal.severity),
    likelihood: RISK_GRADES.indexOf(proposal.likelihood),
    weight: proposal.weight,
    graph: JSON.stringify(proposal.graph),
    numbers: JSON.stringify(proposal.numbers),
  };
  const entities = [...new Set([...proposal.affected, ...core])].map(
    (ref, position) => ({
      entity_id: idOf(ref),
      position,
      core: core.has(ref),
    }),
  );
  return {
    row: {
      ...content,
      key: proposal.key,
      key_hash: sha256(proposal.key),
      content_hash: sha256(JSON.stringify([content, entities])),
    },
    entities,
  };
}

async function addProposals(
  tx: Knex.Transaction,
  added: FoundProposal[],
  at: number,
): Promise<void> {
  for (const part of chunked(added, ROWS_PER_STATEMENT)) {
    const written: Pick<ProposalRow, 'id' | 'key_hash'>[] = await tx(
      'analysis_proposals',
    )
      .insert(
        part.map(({ row }) => ({
          ...row,
          first_seen_at: at,
          last_seen_at: at,
        })),
      )
      .returning(['id', 'key_hash']);
    const ids = new Map(written.map(row => [row.key_hash, row.id]));
    await addEntities(
      tx,
      part.flatMap(each => {
        const id = ids.get(each.row.key_hash);
        return id === undefined ? [] : [{ id, ...each }];
      }),
    );
    await addEvents(tx, written, 'appeared', at);
  }
}

async function addEntities(
  tx: Knex.Transaction,
  proposals: (FoundProposal & { id: number })[],
): Promise<void> {
  await insertRows(
    tx,
    PROPOSAL_ENTITIES,
    proposals.flatMap(({ id, entities }) =>
      entities.map(entity => ({ proposal_id: id, ...entity })),
    ),
  );
}

async function addEvents(
  tx: Knex.Transaction,
  proposals: { id: number; note?: string }[],
  type: ProposalEvent['type'],
  at: number,
): Promise<void> {
  await insertRows(
    tx,
    EVENTS,
    proposals.map(({ id, note }) => ({
      proposal_id: id,
      type,
      at,
      note: note ?? null,
    })),
  );
}

/** Whether this is the first analysis to find it after its finding was verified. */
function isStillThere(
  { last_seen_at, verified_at }: KnownRow,
  at: number,
): boolean {
  return (
    verified_at !== null &&
    Number(last_seen_at) <= Number(verified_at) &&
    Number(verified_at) < at
  );
}

async function updateWhere(
  tx: Knex.Transaction,
  rows: { id: number }[],
  columns: Partial<ProposalRow>,
): Promise<void> {
  for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
    await tx('analysis_proposals')
      .whereIn(
        'id',
        part.map(({ id }) => id),
      )
      .update(columns);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
