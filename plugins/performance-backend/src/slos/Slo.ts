import {
  BudgetingMethod,
  SloCounts,
  SloIndicator,
  SloObjective,
  SloStatus,
  VerdictState,
} from '@perf-governance/plugin-performance-common';

/** What identifies an SLO of an entity. */
export interface SloKey {
  definitionId: string;
  environment: string;
  /** Where several objectives stand for themselves. */
  objective?: string;
}

/** What a definition says of an SLO of an entity. */
export interface SloDeclaration extends SloKey {
  definitionName: string;
  /** Of its verdict. */
  ruleId: string;
  title: string;
  composite: boolean;
  /** The tightest of all layers, as a ratio. */
  target: number;
  /** Of each objective that counts. */
  series: SeriesDeclaration[];
}

/** What is counted for one objective. */
export interface SeriesDeclaration {
  objective: string;
  /** Of all that samples and their sums depend on. */
  fingerprint: string;
  /** Name of the metric source, or `pushed`. */
  source: string;
  indicator: RenderedIndicator;
  counting: SeriesCounting;
  stepSeconds: number;
  blockSeconds: number;
  /** How far back statuses look, at most. */
  windowSeconds: number;
}

/** How what is measured is counted. */
interface SeriesCounting
  extends Pick<
    SloObjective,
    'name' | 'target' | 'threshold' | 'timeSliceTarget' | 'timeSliceSeconds'
  > {
  method: BudgetingMethod;
}

/** An indicator with its queries as they are asked for one entity. */
export type RenderedIndicator =
  | SloIndicator
  /** The entity lacks something that a query names. */
  | { type: 'unrenderable'; code: string; message: string };

/** How measuring goes. */
export type SeriesState =
  | 'ok'
  | 'down'
  | 'back-filling'
  | 'unknown-source'
  | 'rejected';

/** What is counted for an objective, and how far that has got. */
export interface Series extends SeriesDeclaration {
  id: number;
  sloId: number;
  /** Epoch milliseconds between which the source was asked; absent before. */
  filled?: { from: number; until: number };
  state: SeriesState;
  stateSince?: number;
  message?: string;
}

/** An SLO of an entity. */
export interface Slo extends SloKey {
  id: number;
  entityId: number;
  definitionName: string;
  ruleId: string;
  title: string;
  composite: boolean;
  target: number;
  sources: string[];
  state: VerdictState;
  severity?: 'page' | 'ticket';
  burnRate?: number;
  burnWindow?: string;
  remainingShare?: number;
  attainment?: number;
  /** Epoch milliseconds. */
  measuredAt?: number;
  /** Absent before the first evaluation. */
  evaluatedAt?: number;
  status?: SloStatus;
}

/** A stretch of a series' samples. */
export interface SampleBlock {
  seriesId: number;
  /** Epoch milliseconds. */
  startAt: number;
  sums: SloCounts;
  /** Epoch milliseconds of the newest sample's start. */
  newestAt: number;
}

/** As a source, of what is pushed. */
export const PUSHED = 'pushed';
