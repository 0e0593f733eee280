import { Access } from '../access/Access';
import { EntityFilter } from '../catalog/filterEntities';
import { Counts } from './counts';

/** What current verdicts are counted by. */
export type Grouping =
  | 'organisation'
  | 'owner'
  | 'system'
  | 'domain'
  | 'tag'
  | 'lifecycle'
  | 'entity';

/** Whose verdicts are counted, and which of them. Values of one filter are alternatives. */
export interface RollupQuery extends Omit<EntityFilter, 'q'> {
  environment?: string[];
  area?: string[];
}

/** Verdicts of entities that have something in common. */
export interface RollupGroup {
  /** A ref, tag or lifecycle; `(none)` where there is none; `*` for the organisation. */
  value: string;
  /** How many have a verdict. */
  entities: number;
  counts: Counts;
}

/** How many entities of a group have reached a level of a scorecard, and none above. */
export interface LevelCount {
  value: string;
  definitionId: string;
  /** 0 is the lowest level, -1 is below it. */
  rank: number;
  name?: string;
  entities: number;
}

interface RollupCell {
  value: string;
  area: string;
  counts: Counts;
}

/** What a group's counts were and are. */
interface Movement {
  value: string;
  then: Counts;
  now: Counts;
}

/** Counts over counters, of what the caller may see; entities that are retired count no more. */
export interface RollupReader {
  /** In no order. */
  groups(
    by: Grouping,
    query: RollupQuery,
    access: Access,
  ): Promise<RollupGroup[]>;
  /** Of scorecards that hold for the entities, whatever the query says of environments and areas. */
  levels(
    by: Grouping,
    query: RollupQuery,
    access: Access,
  ): Promise<LevelCount[]>;
  /** By value and area. */
  cells(
    by: Grouping,
    query: RollupQuery,
    access: Access,
  ): Promise<RollupCell[]>;
  /**
   * Counts at the end of each day up to today, oldest first.
   *
   * @param days - see `dayOf`; both included.
   */
  trend(
    query: RollupQuery,
    days: { from: number; today: number },
    access: Access,
  ): Promise<{ day: number; counts: Counts }[]>;
  /**
   * Whose share within limits has changed most, biggest change first. Counts only verdicts that have a
   * value now and had one then, so that new rules and lost evidence are no movement.
   *
   * @param since - the day at whose end `then` was.
   */
  movers(
    by: Exclude<Grouping, 'organisation'>,
    query: RollupQuery,
    options: { since: number; limit: number },
    access: Access,
  ): Promise<Movement[]>;
  /** Who has any failure, most failures first, then smallest share within limits. */
  offenders(
    by: Grouping,
    query: RollupQuery,
    limit: number,
    access: Access,
  ): Promise<RollupGroup[]>;
  /** Titles and parents (of a group, of a system or domain the domain) of entities by ref. */
  describe(
    refs: string[],
  ): Promise<Map<string, { title?: string; parent?: string }>>;
}
