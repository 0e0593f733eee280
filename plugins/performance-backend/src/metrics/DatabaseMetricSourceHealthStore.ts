import { Knex } from 'knex';
import { BigIntColumn, dateOf, optionalDateOf } from '../database/columns';
import {
  MetricSourceHealth,
  MetricSourceHealthStore,
} from './MetricSourceHealthStore';

interface MetricSourceRow {
  name: string;
  last_success_at: BigIntColumn | null;
  last_error_at: BigIntColumn | null;
  last_error: string | null;
}

/** Keeps health in the plugin's database. */
export class DatabaseMetricSourceHealthStore
  implements MetricSourceHealthStore
{
  constructor(private readonly knex: Knex) {}

  async all() {
    const rows = await this.knex<MetricSourceRow>('metric_sources');
    return new Map(
      rows.map((row): [string, MetricSourceHealth] => [
        row.name,
        {
          lastSuccessAt: optionalDateOf(row.last_success_at),
          lastError:
            row.last_error === null || row.last_error_at === null
              ? undefined
              : { at: dateOf(row.last_error_at), message: row.last_error },
        },
      ]),
    );
  }

  async record(name: string, health: MetricSourceHealth) {
    const { lastSuccessAt, lastError } = health;
    const known: Partial<MetricSourceRow> = {
      ...(lastSuccessAt && { last_success_at: lastSuccessAt.getTime() }),
      ...(lastError && {
        last_error_at: lastError.at.getTime(),
        last_error: lastError.message,
      }),
    };
    if (Object.keys(known).length === 0) {
      return;
    }
    await this.knex<MetricSourceRow>('metric_sources')
      .insert({ name, ...known })
      .onConflict('name')
      .merge(known);
  }
}
