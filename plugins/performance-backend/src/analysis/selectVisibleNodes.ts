import { Knex } from 'knex';
import { Access } from '../access/Access';
import { chunked } from '../database/chunked';
import { optional } from '../database/columns';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const REFS_PER_STATEMENT = 500;

/** What is drawn of an entity besides its ref. */
export interface VisibleNode {
  kind: string;
  title?: string;
  owner?: string;
}

/** Those of the entities that the caller may see, by ref. */
export async function selectVisibleNodes(
  knex: Knex,
  access: Access,
  refs: string[],
): Promise<Map<string, VisibleNode>> {
  const nodes = new Map<string, VisibleNode>();
  for (const part of chunked(refs, REFS_PER_STATEMENT)) {
    const query = knex('entities')
      .whereIn('entities.entity_ref', part)
      .whereNull('entities.retired_at');
    access.restrict(query, { entityId: 'entities.id' });
    const rows: {
      entity_ref: string;
      kind: string;
      title: string | null;
      owner_ref: string | null;
    }[] = await query.select('entity_ref', 'kind', 'title', 'owner_ref');
    for (const { entity_ref, kind, title, owner_ref } of rows) {
      nodes.set(entity_ref, {
        kind,
        title: optional(title),
        owner: optional(owner_ref),
      });
    }
  }
  return nodes;
}
