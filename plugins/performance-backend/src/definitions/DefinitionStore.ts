import {
  Definition,
  DefinitionProblem,
  Layer,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { StateCounts } from '../runs/RunStore';

export type DefinitionStatus = 'in-force' | 'invalid' | 'retired';

/** A definition with what is in force of it. */
export interface StoredDefinition {
  definition: Definition;
  /** YAML of the version in force. */
  content: string;
  status: DefinitionStatus;
  /** Of the newest text, which isn't in force where one of them is an error. */
  problems: DefinitionProblem[];
  updatedAt: Date;
  /** The entity whose layer it belongs to. */
  layerEntityId?: number;
}

/** What a definition said at one time. */
interface DefinitionVersion {
  version: number;
  /** YAML. */
  content: string;
  createdAt: Date;
  /** Who made it through the API; absent for one that was read from a source. */
  createdBy?: string;
}

/** A definition and the YAML it was read from. */
export interface WrittenDefinition {
  definition: Definition;
  content: string;
  /** Its warnings. */
  problems: DefinitionProblem[];
}

/** A file or URL that definitions are read from. */
export interface DefinitionSourceKey {
  type: 'config' | 'entity';
  /** A path relative to where the backend runs, or a URL. */
  location: string;
  /** The glob or URL of the app-config that led to it. */
  configuredAs?: string;
  /** Whose layer it holds; absent for the organisation. */
  entityId?: number;
}

/** What came of reading a source. */
export type DefinitionSourceReading =
  | {
      status: 'read';
      definitions: WrittenDefinition[];
      problems: DefinitionProblem[];
    }
  | { status: 'invalid'; problems: DefinitionProblem[] }
  | { status: 'unreadable'; message: string };

export interface StoredDefinitionSource extends DefinitionSourceKey {
  entityRef?: string;
  status: 'ok' | 'invalid' | 'unreadable';
  message?: string;
  readAt?: Date;
  problems: DefinitionProblem[];
  /** How many definitions in force come from here. */
  definitions: number;
}

/** The layers in which something came into force, changed or was retired. */
export interface DefinitionChanges {
  layers: Layer[];
}

interface DefinitionFilter {
  kind?: string[];
  layer?: string[];
  status?: string[];
  /** Part of the name or title. */
  text?: string;
}

interface DefinitionOrder {
  field: 'name' | 'kind' | 'layer' | 'updatedAt';
  direction: 'asc' | 'desc';
}

/** Definitions, their versions and their sources. */
export interface DefinitionStore {
  /** Counts changes of what is in force, by whichever replica. */
  version(tx?: Knex.Transaction): Promise<number>;
  /** All that are in force, outermost layer first. */
  listInForce(): Promise<Definition[]>;

  list(options: {
    access: Access;
    filter: DefinitionFilter;
    order: DefinitionOrder;
    limit: number;
    offset: number;
  }): Promise<{ items: StoredDefinition[]; totalItems: number }>;
  get(definitionId: string): Promise<StoredDefinition | undefined>;
  /**
   * Counts the current verdicts whose limit each definition sets, as far as the caller may see them.
   *
   * @returns by definition id.
   */
  countVerdicts(
    access: Access,
    definitions: Definition[],
  ): Promise<Map<string, StateCounts>>;
  /** Newest first, without their content. */
  listVersions(
    definitionId: string,
  ): Promise<Omit<DefinitionVersion, 'content'>[]>;
  getVersion(
    definitionId: string,
    version: number,
  ): Promise<DefinitionVersion | undefined>;

  /**
   * Problems first.
   *
   * @param entityRefs - only these entities' own.
   */
  listSources(
    access: Access,
    entityRefs?: string[],
  ): Promise<StoredDefinitionSource[]>;
  /** The sources that the app-config led to, as far as something in force comes from them. */
  listConfigSources(): Promise<DefinitionSourceKey[]>;
  /**
   * Brings what is in force up to what a source says now, in one transaction. Definitions whose text
   * is broken, or that can't be read, stay in force as they were last valid; those that a readable
   * source no longer has are retired.
   */
  applyReading(
    source: DefinitionSourceKey,
    reading: DefinitionSourceReading,
  ): Promise<DefinitionChanges>;
  /**
   * Ends a complete reading: forgets sources that nothing names any more, or that are absent like in
   * the complete reading before, and retires their definitions.
   *
   * @param sources - all that are named; `isAbsent` where that was seen for sure.
   */
  concludeReading(
    sources: (DefinitionSourceKey & { isAbsent?: boolean })[],
  ): Promise<DefinitionChanges>;
  /**
   * Retires definitions of entities that the catalog no longer has. Those made through the API come
   * back with the entity, those from sources with the next reading.
   */
  followEntities(): Promise<DefinitionChanges>;

  /**
   * A first or next version through the API.
   *
   * @throws ConflictError if a source in Git holds a definition of that id, or one to create is there.
   */
  write(
    written: WrittenDefinition,
    options: {
      mode: 'create' | 'update';
      author: string;
      layerEntityId?: number;
    },
  ): Promise<DefinitionChanges>;
  /**
   * @throws NotFoundError if there is none in force.
   * @throws ConflictError if it comes from a source that can be read, and so would come back.
   */
  retire(definitionId: string): Promise<DefinitionChanges>;

  /** Whether verdicts still have to be brought up to what is in force. */
  hasUnannouncedChanges(): Promise<boolean>;
  /** @param version - what {@link DefinitionStore.version} was before verdicts were brought up to it. */
  markAnnounced(version: number): Promise<void>;
}
