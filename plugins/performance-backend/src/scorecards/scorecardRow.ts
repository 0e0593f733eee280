import { ScorecardResult } from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  jsonOf,
  optional,
} from '../database/columns';
import {
  joinRule,
  ScorecardShape,
  ScorecardStandingColumns,
  standingOf,
} from './scorecardShape';
import { StoredScorecard } from './ScorecardStore';

/** A row of `scorecard_results`. */
export interface ScorecardRow {
  entity_id: number;
  definition_id: string;
  main: BooleanColumn;
  shape_id: number;
  exempt: string | null;
  level_rank: number | null;
  level_name: string | null;
  score: number | null;
  states: string;
  reasons: string;
  next_steps: string;
  since: BigIntColumn;
}

/** A row of `scorecard_history`. */
export interface ScorecardHistoryRow {
  entity_id: number;
  definition_id: string;
  at: BigIntColumn;
  level_rank: number | null;
  level_name: string | null;
  score: number | null;
  ended: BooleanColumn;
}

/** The columns that follow from a result, apart from those of its shape and its history. */
export function scorecardColumns(result: ScorecardResult) {
  const standing = standingOf(result);
  return {
    definition_id: result.definitionId,
    // PostgreSQL has no text with NUL in it.
    exempt: result.exempt?.replaceAll('\0', '') ?? null,
    level_rank: result.level?.rank ?? null,
    level_name: result.level?.name ?? null,
    score: result.score ?? null,
    states: standing.states,
    reasons: JSON.stringify(standing.reasons),
    next_steps: JSON.stringify(standing.nextSteps),
  };
}

export function scorecardFromRow(
  row: ScorecardRow,
  shape: ScorecardShape,
): StoredScorecard {
  const { levels } = shape;
  const standing: ScorecardStandingColumns = {
    states: row.states,
    reasons: jsonOf(row.reasons),
    nextSteps: jsonOf(row.next_steps),
  };
  const levelAt = (rank: number) => levels[rank] && { ...levels[rank], rank };
  const isExempt = row.exempt !== null;
  return {
    entityId: row.entity_id,
    definitionId: row.definition_id,
    name: shape.name,
    title: shape.title,
    exempt: optional(row.exempt),
    level: row.level_rank === null ? undefined : levelAt(row.level_rank),
    nextLevel: isExempt ? undefined : levelAt((row.level_rank ?? -1) + 1),
    levels,
    score: optional(row.score),
    rules: shape.rules.map((_, place) => joinRule(shape, standing, place)),
    nextSteps: standing.nextSteps.map(place =>
      joinRule(shape, standing, place),
    ),
    main: Boolean(row.main),
    since: dateOf(row.since),
  };
}
