import {
  FindingDay,
  FindingDayState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** Days of evidence of a finding that are known, in no particular order. */
export async function selectFindingDays(
  findingId: number,
  tx: Knex,
): Promise<FindingDay[]> {
  const rows: { day: string; state: FindingDayState }[] = await tx(
    'finding_days',
  )
    .where('finding_id', findingId)
    .select('day', 'state');
  return rows;
}

/** Makes them these, and writes only what is different. */
export async function replaceFindingDays(
  findingId: number,
  days: readonly FindingDay[],
  tx: Knex.Transaction,
): Promise<void> {
  const known = new Map(
    (await selectFindingDays(findingId, tx)).map(({ day, state }) => [
      day,
      state,
    ]),
  );
  const changed = days.filter(({ day, state }) => known.get(day) !== state);
  for (const { day } of days) {
    known.delete(day);
  }
  if (known.size > 0) {
    await tx('finding_days')
      .where('finding_id', findingId)
      .whereIn('day', [...known.keys()])
      .delete();
  }
  if (changed.length > 0) {
    await tx('finding_days')
      .insert(changed.map(day => ({ finding_id: findingId, ...day })))
      .onConflict(['finding_id', 'day'])
      .merge(['state']);
  }
}
