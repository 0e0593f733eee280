import { components } from '@perf-governance/plugin-performance-common';

/** What a file of findings may have; the ones after `links` are for readers. */
export const TRANSFER_COLUMNS = [
  'externalId',
  'entityRef',
  'affected',
  'title',
  'description',
  'category',
  'severity',
  'likelihood',
  'recommendation',
  'effort',
  'owner',
  'dueDate',
  'links',
  'id',
  'risk',
  'status',
  'statusSince',
  'createdBy',
  'createdAt',
  'resolvedBy',
] as const;

/** What each finding of a file needs. */
export const REQUIRED_COLUMNS = [
  'entityRef',
  'title',
  'category',
  'severity',
  'likelihood',
] as const;

/** One item of a file. */
export interface TransferItem {
  /** Of CSV; of JSON, the position among the findings, from 1. */
  line: number;
  fields: Record<string, unknown>;
}

export type TransferProblem =
  components['schemas']['FindingImport']['problems'][number];
