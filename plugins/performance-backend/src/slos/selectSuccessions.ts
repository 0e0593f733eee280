import { Knex } from 'knex';
import { Series, SeriesDeclaration } from './Slo';
import { SeriesRow, seriesOfRow } from './sloRow';

/** New series, each with the latest that counted the same objective before. */
export async function selectSuccessions(
  declared: { sloId: number; series: SeriesDeclaration }[],
  known: { id: number; slo_id: number; objective: string }[],
  tx: Knex.Transaction,
): Promise<{ from: Series; to: Series }[]> {
  const successions: { from: Series; to: Series }[] = [];
  for (const { sloId, series } of declared) {
    const { objective, fingerprint } = series;
    const former = known
      .filter(row => row.slo_id === sloId && row.objective === objective)
      .at(-1);
    if (former) {
      const rows: SeriesRow[] = await tx('slo_series')
        .where('id', former.id)
        .orWhere({ slo_id: sloId, objective, fingerprint });
      const [from, to] = [true, false].map(isFormer =>
        rows.find(({ id }) => (id === former.id) === isFormer),
      );
      if (from && to) {
        successions.push({ from: seriesOfRow(from), to: seriesOfRow(to) });
      }
    }
  }
  return successions;
}
