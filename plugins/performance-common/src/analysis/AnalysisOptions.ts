/**
 * From where on something is proposed. All are counts unless said otherwise.
 *
 * @public
 */
export interface AnalysisOptions {
  /**
   * Weight of what depends on a single point of failure, directly or not: an entity of tier 1 weighs 4, of tier 2 2,
   * any other 1.
   */
  singlePointWeight: number;
  /** Synchronous calls, each made while the one before waits. */
  chainCalls: number;
  /** Direct dependencies of one entity, libraries apart. */
  fanOut: number;
  /** Synchronous calls that one request makes, directly. */
  callsPerRequest: number;
  /** Entities that depend directly on one that isn't a library. */
  fanIn: number;
  /** Different owners of what uses one database. */
  sharedDatabaseOwners: number;
  /** `spec.type` of resources that are databases. */
  databaseTypes: string[];
  /** Entities that depend on a component, directly or not, so that it counts as hot. */
  hotDependents: number;
  /** The least critical tier that makes a component hot by itself. */
  hotTier: number;
  /** `spec.type` of components that are built into others and so don't fail or answer by themselves. */
  libraryTypes: string[];
  /**
   * How much lower than promised the level may be that the limits of what an entity calls guarantee: 0.1 proposes a
   * p95 that is guaranteed at p85.
   */
  levelShortfall: number;
  /** Proposals kept of each rule; the worst are. */
  proposalsPerRule: number;
}

/** @public */
export const DEFAULT_ANALYSIS_OPTIONS: AnalysisOptions = {
  singlePointWeight: 8,
  chainCalls: 5,
  fanOut: 15,
  callsPerRequest: 10,
  fanIn: 20,
  sharedDatabaseOwners: 2,
  databaseTypes: ['database', 'db'],
  hotDependents: 10,
  hotTier: 1,
  libraryTypes: ['library'],
  levelShortfall: 0.1,
  proposalsPerRule: 500,
};
