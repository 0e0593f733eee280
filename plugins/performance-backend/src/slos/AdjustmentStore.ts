import { SloAdjustmentTimes } from '@perf-governance/plugin-performance-common';
import { Access } from '../access/Access';

/** What an adjustment takes time out of. */
export type AdjustmentScope =
  | { type: 'slo'; sloId: number; entityId: number; environment: string }
  | { type: 'entity'; entityId: number; environment?: string }
  | { type: 'definition'; definitionId: string };

export interface NewAdjustment {
  scope: AdjustmentScope;
  times: SloAdjustmentTimes;
  reason: string;
  createdBy: string;
  createdAt: Date;
}

/** Time taken out of SLOs, e.g. for maintenance. */
export interface Adjustment extends NewAdjustment {
  id: number;
  revoked?: { by: string; at: Date; reason: string };
}

export interface AdjustmentFilter {
  /** Of the SLO, its entity or its definition. */
  slo?: {
    id: number;
    entityId: number;
    environment: string;
    definitionId: string;
  };
  /** Of the entity, or one of its SLOs. */
  entityId?: number;
  revoked?: boolean;
}

/** Adjustments; none is ever deleted or changed but by being revoked. */
export interface AdjustmentStore {
  add(adjustment: NewAdjustment): Promise<Adjustment>;
  get(id: number): Promise<Adjustment | undefined>;
  /** Newest first; only those of entities that the caller may see, and of definitions. */
  list(filter: AdjustmentFilter, access: Access): Promise<Adjustment[]>;
  /** All that aren't revoked, oldest first. */
  listInForce(): Promise<Adjustment[]>;
  /** @returns undefined where it is revoked already. */
  revoke(
    id: number,
    revoked: NonNullable<Adjustment['revoked']>,
  ): Promise<Adjustment | undefined>;
}
