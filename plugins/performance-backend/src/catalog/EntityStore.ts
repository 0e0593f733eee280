import { EntityFact, Layer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** An entity of the catalog as this plugin knows it. */
export interface ProjectedEntity {
  /** Stays the same over changes and renames. */
  id: number;
  /** Lower-cased full ref, e.g. `component:default/checkout`. */
  entityRef: string;
  /** Lower-cased. */
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  /** `spec.type`. */
  type?: string;
  /** The nearest owner's ref. */
  owner?: string;
  /** The system's ref; its own where it is one. */
  system?: string;
  /** The nearest domain's ref; its own where it is one. */
  domain?: string;
  lifecycle?: string;
  tags: string[];
  fact: EntityFact;
  /** Rises only when the fact changes. */
  version: number;
  /** Gone from the catalog; kept for its history. */
  retired: boolean;
}

/** A group, as far as it is shown where it owns something. */
export interface ProjectedGroup {
  /** Lower-cased full ref. */
  entityRef: string;
  title?: string;
  /** The parent group's ref. */
  parent?: string;
}

/** Names an entity's file of definitions, relative to the file that the entity is described in. */
export const DEFINITIONS_ANNOTATION = 'performance-governance.io/definitions';

/** The projection of the catalog. Refs are full and compared without regard to case. */
export interface EntityStore {
  getByRef(
    entityRef: string,
    tx?: Knex.Transaction,
  ): Promise<ProjectedEntity | undefined>;
  getById(
    id: number,
    tx?: Knex.Transaction,
  ): Promise<ProjectedEntity | undefined>;
  /** In the order of the ids; ids that don't exist are left out. */
  getByIds(ids: number[], tx?: Knex.Transaction): Promise<ProjectedEntity[]>;
  /**
   * Entities that aren't retired, by ascending id, to walk through all of them in pages.
   *
   * @param options - `afterId` is the last id of the page before.
   */
  list(options: {
    afterId?: number;
    limit: number;
  }): Promise<ProjectedEntity[]>;
  /** Entities that name a file of definitions and aren't retired. */
  listWithDefinitions(): Promise<ProjectedEntity[]>;
  /**
   * Those of the refs that something in the catalog has: entities, groups, and owners, systems and
   * domains that entities name. While nothing of the catalog is known, `undefined`.
   *
   * @param entityRefs - full and lower-cased.
   */
  findKnownRefs(entityRefs: string[]): Promise<Set<string> | undefined>;
  /** Ids of the entities in a layer: the one it belongs to and what that contains. */
  listIdsIn(layer: Layer): Promise<number[]>;
  /**
   * Inserts or updates what changed, and nothing else; safe against another replica doing the same.
   * A retired entity comes back.
   */
  upsert(facts: EntityFact[]): Promise<void>;
  /**
   * Gives the row of `formerRef` a new ref, so that what belongs to it stays.
   *
   * @returns whether there was such a row, and none yet of the new ref.
   */
  rename(formerRef: string, entityRef: string): Promise<boolean>;
  /** Makes these the groups that are known. */
  replaceGroups(groups: ProjectedGroup[]): Promise<void>;
  /** Ends a complete sweep: an entity unseen by this one and the one before is retired. */
  concludeSweep(seenRefs: Set<string>, now: Date): Promise<void>;
  /** Entities that are new, changed, back or retired since {@link EntityStore.markAnnounced}. */
  listUnannounced(): Promise<{ id: number; version: number }[]>;
  /** Verdicts have been brought up to these versions. */
  markAnnounced(entities: { id: number; version: number }[]): Promise<void>;
}
