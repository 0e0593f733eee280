import {
  AnalysisUnknown,
  AnnotationProblem,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { insertRows, RowTarget } from '../database/insertRows';
import { withoutNul } from './withoutNul';

interface GapEntityRow {
  gap_id: number;
  entity_id: number;
}

interface ProblemRow {
  entity_id: number;
  annotation: string;
  message: string;
}

const GAP_ENTITIES: RowTarget<GapEntityRow> = {
  table: 'analysis_gap_entities',
  columns: [
    ['gap_id', 'integer', row => row.gap_id],
    ['entity_id', 'integer', row => row.entity_id],
  ],
};

const PROBLEMS: RowTarget<ProblemRow> = {
  table: 'analysis_problems',
  columns: [
    ['entity_id', 'integer', row => row.entity_id],
    ['annotation', 'text', row => row.annotation],
    ['message', 'text', row => row.message],
  ],
};

/** What an analysis couldn't say. */
export interface AnalysisGaps {
  unknowns: AnalysisUnknown[];
  problems: AnnotationProblem[];
}

/**
 * Makes these what the analysis couldn't say; tens of thousands of rows, so only where they differ.
 *
 * @param entityIds - by ref.
 * @param lastHash - what this gave the last time.
 * @returns a hash of them.
 */
export async function saveGaps(
  tx: Knex.Transaction,
  gaps: AnalysisGaps,
  entityIds: ReadonlyMap<string, number>,
  lastHash: string | undefined,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(gaps)).digest('hex');
  if (hash === lastHash) {
    return hash;
  }
  await tx('analysis_gaps').delete();
  await tx('analysis_problems').delete();
  for (const { rule, code, reason, entityRefs } of gaps.unknowns) {
    const [{ id }]: { id: number }[] = await tx('analysis_gaps')
      .insert({ rule, code, reason })
      .returning('id');
    await insertRows(
      tx,
      GAP_ENTITIES,
      idsOf(entityRefs, entityIds).map(entity_id => ({
        gap_id: id,
        entity_id,
      })),
    );
  }
  await insertRows(
    tx,
    PROBLEMS,
    gaps.problems.flatMap(({ entityRef, annotation, message }) =>
      idsOf([entityRef], entityIds).map(entity_id => ({
        entity_id,
        annotation,
        message: withoutNul(message),
      })),
    ),
  );
  return hash;
}

function idsOf(
  refs: readonly string[],
  entityIds: ReadonlyMap<string, number>,
): number[] {
  return refs.flatMap(ref => entityIds.get(ref) ?? []);
}
