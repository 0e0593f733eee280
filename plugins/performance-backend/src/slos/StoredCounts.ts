import {
  SloCounter,
  SloExclusion,
  SloSample,
  VerdictReason,
} from '@perf-governance/plugin-performance-common';
import { AdjustmentStore } from './AdjustmentStore';
import { counterOfStored, WantedBlock } from './evaluateStored';
import { Exclusions } from './Exclusions';
import { blockKeyOf, SampleStore } from './SampleStore';
import { DefinedSlo } from './SloEvaluator';

/** Counts of an SLO's objectives, as a status was worked out from. */
export interface CountedSlo {
  exclusions: SloExclusion[];
  /** By name of the objective. */
  counters: Map<string, SloCounter | VerdictReason>;
}

/** Reads what an SLO's numbers were counted from. */
export class StoredCounts {
  constructor(
    private readonly options: {
      samples: SampleStore;
      adjustments: Pick<AdjustmentStore, 'listInForce'>;
    },
  ) {}

  /**
   * Counters of all objectives, as of a time.
   *
   * @param ask - everything that will be asked of the counters: they know of no more.
   */
  async count(
    defined: DefinedSlo,
    now: number,
    ask: (counted: CountedSlo) => void,
  ): Promise<CountedSlo> {
    const { samples: store, adjustments } = this.options;
    const { slo, spec, series } = defined;
    const exclusions = new Exclusions(await adjustments.listInForce()).of(
      slo,
      spec,
      now,
    );
    const longest = Math.max(0, ...series.map(one => one.windowSeconds));
    const blocks = await store.sums(
      series.map(({ id }) => id),
      now - longest * 1000,
    );
    const countersOf = (
      samples: ReadonlyMap<string, Iterable<SloSample>>,
      onMissing: (block: WantedBlock) => void,
    ): CountedSlo => ({
      exclusions,
      counters: new Map(
        spec.objectives.map(objective => [
          objective.name,
          counterOfStored(
            { spec, series, blocks },
            objective,
            samples,
            onMissing,
          ),
        ]),
      ),
    });
    const wanted = new Map<string, WantedBlock>();
    ask(
      countersOf(new Map(), block => {
        wanted.set(blockKeyOf(block), block);
      }),
    );
    const samples = await store.samples([...wanted.values()]);
    return countersOf(samples, () => {});
  }

  /** Good and total per step of one objective, in order of time. */
  async samples(
    { series }: DefinedSlo,
    objective: string | undefined,
    from: number,
    to: number,
  ): Promise<SloSample[]> {
    const one =
      series.find(({ objective: name }) => name === objective) ?? series[0];
    if (!one) {
      return [];
    }
    const { samples: store } = this.options;
    const { id: seriesId, stepSeconds } = one;
    const step = stepSeconds * 1000;
    const blocks = (await store.sums([one.id], from - step)).get(one.id) ?? [];
    const found = await store.samples(
      blocks.map(({ startAt }) => ({ seriesId, startAt, stepSeconds })),
    );
    return (
      blocks
        .flatMap(block => [...(found.get(blockKeyOf(block)) ?? [])])
        // As windows go: from the step that holds their beginning to the last one that is complete.
        .filter(({ at }) => at + step > from && at + step <= to)
    );
  }
}
