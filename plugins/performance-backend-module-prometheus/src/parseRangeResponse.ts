import { z } from 'zod';
import { QueryFailure } from './QueryFailure';

/** Of one point: epoch seconds, and the value as text, which JSON numbers couldn't hold (`NaN`, `+Inf`). */
const sampleSchema = z.tuple([z.number(), z.string()]);

/** https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries */
const responseSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        values: z.array(sampleSchema).optional(),
        /** Of native histograms, in place of values. */
        histograms: z.array(z.unknown()).optional(),
      }),
    ),
  }),
  warnings: z.array(z.string()).nullish(),
  infos: z.array(z.string()).nullish(),
});

/** What Prometheus answered, where that is one number per step. */
export interface RangeResponse {
  /** Epoch milliseconds, and a finite value; steps that have none are left out. */
  values: [number, number][];
  /** About the data, e.g. that it is partial, and about the query. */
  warnings: string[];
}

const NO_NUMBER = /^[+-]?(inf(inity)?|nan)$/i;

/** @throws QueryFailure for an answer that isn't one number per step. */
export function parseRangeResponse(body: string): RangeResponse {
  const response = responseSchema.safeParse(parseJson(body));
  if (!response.success) {
    const [{ path, message }] = response.error.issues;
    throw new QueryFailure(
      `The answer isn't one of Prometheus's HTTP API: ${
        path.join('.') || 'the whole'
      }: ${message}`,
      { kind: 'unavailable' },
    );
  }
  const { data, warnings, infos } = response.data;
  const [series, ...others] = data.result;
  if (others.length > 0) {
    throw new QueryFailure(
      `The query gives more than one series (${[series, others[0]]
        .map(({ metric }) => describeSeries(metric))
        .join(', ')}${
        others.length > 1 ? ', …' : ''
      }); aggregate it, e.g. sum(…)`,
      { kind: 'rejected' },
    );
  }
  if (series?.histograms && series.histograms.length > 0) {
    throw new QueryFailure(
      'The query gives native histograms; take a number of them, e.g. histogram_count(…)',
      { kind: 'rejected' },
    );
  }
  return {
    values: (series?.values ?? []).flatMap(([seconds, text]) => {
      const value = parseValue(text);
      return value === undefined
        ? []
        : [[Math.round(seconds * 1000), value] as [number, number]];
    }),
    warnings: [...(warnings ?? []), ...(infos ?? [])],
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new QueryFailure(
      "The answer isn't JSON, as that of Prometheus's HTTP API is",
      { kind: 'unavailable' },
    );
  }
}

/** @returns undefined for what is no finite number, e.g. 0/0 where nothing happened. */
function parseValue(text: string): number | undefined {
  if (NO_NUMBER.test(text)) {
    return undefined;
  }
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) {
    throw new QueryFailure(
      `'${text.slice(0, 40)}' in the answer is no number`,
      {
        kind: 'unavailable',
      },
    );
  }
  return value;
}

function describeSeries(metric: Record<string, string>): string {
  const { __name__: name = '', ...labels } = metric;
  const pairs = Object.entries(labels).map(
    ([label, value]) => `${label}="${value}"`,
  );
  const text = `${name}{${pairs.join(', ')}}`;
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
