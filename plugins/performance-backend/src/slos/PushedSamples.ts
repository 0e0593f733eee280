import { InputError } from '@backstage/errors';
import { SloSample } from '@perf-governance/plugin-performance-common';
import { checkSample } from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { SampleStore } from './SampleStore';
import { Series } from './Slo';
import { DefinedSlo, SloEvaluator } from './SloEvaluator';
import { SloStore } from './SloStore';

/** Clocks of machines that push samples differ by less. */
const CLOCK_DIFFERENCE_MS = 60_000;

/** A sample, and what to call it in messages, e.g. `Line 3`. */
export interface PushedSample extends SloSample {
  label: string;
}

/** Takes samples that are pushed. */
export class PushedSamples {
  constructor(
    private readonly options: {
      knex: Knex;
      slos: SloStore;
      samples: SampleStore;
      evaluator: SloEvaluator;
      /** So long sums of samples are kept, at least. */
      sumsMillis: number;
      clock: () => Date;
    },
  ) {}

  /**
   * Stores samples for all objectives of an SLO that share the indicator, and evaluates them.
   *
   * @param rows - times are starts of steps.
   * @param objective - of a composite SLO.
   * @throws InputError where nothing is pushed for the SLO, or a row can't be: nothing is stored then.
   */
  async push(
    defined: DefinedSlo,
    rows: PushedSample[],
    objective?: string,
  ): Promise<{ stored: number; replaced: number; sloIds: number[] }> {
    const { knex, slos, samples, evaluator } = this.options;
    const series = await this.#seriesFor(defined, objective);
    this.#checkTimes(rows, series);
    for (const stepSeconds of new Set(series.map(one => one.stepSeconds))) {
      checkRows(rows, stepSeconds);
    }
    const replaced = await knex.transaction(async tx => {
      await slos.lockSeries(
        series.map(({ id }) => id),
        tx,
      );
      return samples.write(
        series.map(one => ({ series: one, samples: rows })),
        tx,
      );
    });
    const sloIds = [...new Set(series.map(({ sloId }) => sloId))];
    await evaluator.evaluate(sloIds);
    return {
      stored: rows.length,
      replaced: replaced / series.length,
      sloIds,
    };
  }

  async #seriesFor(
    { slo, series, spec }: DefinedSlo,
    objective: string | undefined,
  ): Promise<Series[]> {
    const pushed = series.filter(
      ({ indicator, objective: name }) =>
        indicator.type === 'pushed' &&
        (objective === undefined || name === objective),
    );
    if (pushed.length === 0) {
      throw new InputError(
        objective === undefined
          ? `The SLO '${
              slo.definitionName
            }' is measured from ${slo.sources.join(
              ' and ',
            )}: samples are pushed only for an indicator of the metric source 'pushed'`
          : `The SLO '${slo.definitionName}' has no objective '${objective}' that samples are pushed for`,
      );
    }
    if (slo.composite) {
      if (pushed.length > 1) {
        throw new InputError(
          `The SLO '${
            slo.definitionName
          }' has several objectives that samples are pushed for: name one as \`objective\`, of ${spec.objectives
            .map(({ name }) => name)
            .join(', ')}`,
        );
      }
      return pushed;
    }
    // The other objectives of the same indicator.
    const ids = await this.options.slos.listIds({
      entityId: slo.entityId,
      environment: slo.environment,
      definitionId: slo.definitionId,
    });
    const bySlo = await this.options.slos.seriesOf(ids);
    return [...bySlo.values()]
      .flat()
      .filter(({ indicator }) => indicator.type === 'pushed');
  }

  /** Nothing may come from the future, or from before what is kept. */
  #checkTimes(rows: PushedSample[], series: Series[]): void {
    const now = this.options.clock().getTime();
    const earliest =
      now -
      Math.max(
        this.options.sumsMillis,
        ...series.map(({ windowSeconds }) => windowSeconds * 1000),
      );
    for (const { at, label } of rows) {
      if (at > now + CLOCK_DIFFERENCE_MS) {
        throw new InputError(
          `${label}: ${isoOf(
            at,
          )} is yet to come. A time is the start of a step`,
        );
      }
      if (at < earliest) {
        throw new InputError(
          `${label}: ${isoOf(
            at,
          )} is too long ago: samples are kept, and looked at, from ${isoOf(
            earliest,
          )} on`,
        );
      }
    }
  }
}

function checkRows(rows: PushedSample[], stepSeconds: number): void {
  const steps = new Map<number, string>();
  for (const { label, ...sample } of rows) {
    const { at, good, total } = sample;
    const problem = problemOf(good, total) ?? checkSample(sample, stepSeconds);
    if (problem) {
      throw new InputError(`${label}: ${problem}`);
    }
    const earlier = steps.get(at);
    if (earlier !== undefined) {
      throw new InputError(
        `${label}: it is of the same step of ${stepSeconds} s as ${earlier}. Add them up, or have the definition's \`step\` fit`,
      );
    }
    steps.set(at, label);
  }
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}

function problemOf(good: number, total: number): string | undefined {
  if (!Number.isFinite(good) || good < 0) {
    return `good is ${good}, and must be a number that isn't negative`;
  }
  if (!Number.isFinite(total) || total < 0) {
    return `total is ${total}, and must be a number that isn't negative`;
  }
  if (total > Number.MAX_SAFE_INTEGER) {
    return `total is ${total}, more than can be counted exactly: ${Number.MAX_SAFE_INTEGER} at most`;
  }
  return good > total
    ? `good is ${good}, more than the total of ${total}`
    : undefined;
}
