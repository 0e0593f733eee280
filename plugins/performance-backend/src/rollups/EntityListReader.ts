import { Access } from '../access/Access';
import { EntityFilter } from '../catalog/filterEntities';
import { ProjectedEntity } from '../catalog/EntityStore';
import { VerdictKey } from '../verdicts/VerdictStore';
import { Counts } from './counts';

/** A filter and a page of entities. */
export interface EntityListQuery extends EntityFilter {
  /** Only verdicts in these are counted. */
  environment?: string[];
  area?: string[];
  /** `worst` is by failures, then missing data, then share within limits. */
  sort: 'worst' | 'entity' | 'share' | 'score' | 'nextBlock';
  /** The sort's natural order unless given: worst, lowest, soonest first. */
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** The next failure to close the gate, if nothing else changes. */
export interface NextBlock {
  at: Date;
  title: string;
  verdict: VerdictKey;
  /** A policy's date, or the end of a waiver. */
  cause: 'policy' | 'waiver';
}

/** Where an entity stands. */
export interface ListedEntity {
  entity: ProjectedEntity;
  counts: Counts;
  /** Failures that close the gate now. */
  blocking: number;
  /** The end of an override of its gate that is in force. */
  gateOpenUntil?: Date;
  nextBlock?: NextBlock;
  /** The one that is shown as its own. */
  scorecard?: {
    definitionId: string;
    title: string;
    /** Absent below the lowest. */
    level?: { name: string; title: string; rank: number };
    /** 0 to 100. */
    score?: number;
  };
}

/** Components, and every other entity that has a verdict, as far as the caller may see them. */
export interface EntityListReader {
  list(
    query: EntityListQuery,
    access: Access,
  ): Promise<{ items: ListedEntity[]; totalItems: number }>;
}
