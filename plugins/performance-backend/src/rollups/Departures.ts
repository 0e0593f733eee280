import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { VerdictKey } from '../verdicts/VerdictStore';
import { addCounts, Counts, countState } from './counts';
import { ofDay } from './countTransition';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

interface DepartureRow {
  rule_id: number;
  subject_id: number;
  day: number;
  state: number;
}

/** A verdict whose history may no longer have the gap that the trend has. */
interface Return extends VerdictKey {
  /** Its counts that are at no day yet. */
  untold: Counts;
  today: number;
  /** Where to count them. */
  days: Map<number, Counts>;
}

/**
 * When verdicts went away. One that comes back has a gap in the trend, until its history is told anew
 * by a late run or an invalid one: as if it had never been away.
 */
export class Departures {
  private readonly left: DepartureRow[] = [];
  private readonly returned: Return[] = [];

  leave({ ruleId, subjectId }: VerdictKey, day: number, state: VerdictState) {
    this.left.push({
      rule_id: ruleId,
      subject_id: subjectId,
      day,
      state: stateToColumn(state),
    });
  }

  return(verdict: Return) {
    this.returned.push(verdict);
  }

  /** Fills the gaps of who returned, counts what is left of them today, and notes who left. */
  async settle(tx: Knex.Transaction): Promise<void> {
    for (const part of chunked(this.returned, ROWS_PER_STATEMENT)) {
      const keys = part.map(({ ruleId, subjectId }) => [ruleId, subjectId]);
      const departures = await tx<DepartureRow>('verdict_departures')
        .whereIn(['rule_id', 'subject_id'], keys)
        .select('*');
      for (const { ruleId, subjectId, untold, today, days } of part) {
        for (const { day, state, ...row } of departures) {
          if (row.rule_id === ruleId && row.subject_id === subjectId) {
            countState(ofDay(days, day), stateFromColumn(state), 1);
            countState(untold, stateFromColumn(state), -1);
          }
        }
        addCounts(ofDay(days, today), untold);
      }
      if (departures.length > 0) {
        await tx('verdict_departures')
          .whereIn(['rule_id', 'subject_id'], keys)
          .delete();
      }
    }
    for (const part of chunked(this.left, ROWS_PER_STATEMENT)) {
      await tx<DepartureRow>('verdict_departures').insert(part);
    }
  }
}
