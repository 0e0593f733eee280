import {
  blockCounter,
  evaluateSlo,
  SloCounter,
  SloExclusion,
  SloObjective,
  SloSample,
  SloSpec,
  SloStatus,
  VerdictReason,
} from '@perf-governance/plugin-performance-common';
import { BlockKey, blockKeyOf } from './SampleStore';
import { SampleBlock, Series } from './Slo';

/** A block of which samples are wanted. */
export type WantedBlock = BlockKey & { stepSeconds: number };

/** What an SLO is evaluated from. */
export interface StoredEvaluation {
  sloId: number;
  spec: SloSpec;
  objective?: string;
  series: Series[];
  /** In order of time, by series. */
  blocks: ReadonlyMap<number, SampleBlock[]>;
  exclusions: SloExclusion[];
  /** Epoch milliseconds. */
  now: number;
}

/**
 * How an SLO stands, from sums of blocks.
 *
 * @param samples - of the blocks that an edge of a window cuts, by {@link blockKeyOf}.
 * @param onMissing - told of those that aren't among them. The status is then of no use.
 */
export function evaluateStored(
  options: StoredEvaluation,
  samples: ReadonlyMap<string, Iterable<SloSample>>,
  onMissing: (block: WantedBlock) => void,
): SloStatus {
  const { spec, objective, now, exclusions } = options;
  return evaluateSlo({
    spec,
    objective,
    exclusions,
    now,
    counterOf: one => counterOfStored(options, one, samples, onMissing),
  });
}

/** Counts what is stored for an objective, or says why nothing can be. */
export function counterOfStored(
  {
    spec,
    series,
    blocks,
  }: Pick<StoredEvaluation, 'spec' | 'series' | 'blocks'>,
  objective: SloObjective,
  samples: ReadonlyMap<string, Iterable<SloSample>>,
  onMissing: (block: WantedBlock) => void,
): SloCounter | VerdictReason {
  const measured = series.find(
    ({ objective: name }) => name === objective.name,
  );
  if (!measured) {
    return {
      code: 'no-samples',
      message: 'It has not been measured yet.',
    };
  }
  const reason = whyUnmeasurable(measured);
  if (reason) {
    return reason;
  }
  const { stepSeconds, blockSeconds } = measured;
  return blockCounter({
    stepSeconds,
    method: spec.budgetingMethod,
    objective,
    blocks: (blocks.get(measured.id) ?? []).map(block => ({
      from: block.startAt,
      to: block.startAt + blockSeconds * 1000,
      sums: block.sums,
      newestAt: block.newestAt,
      samples: () => {
        const found = samples.get(blockKeyOf(block));
        if (!found) {
          onMissing({
            seriesId: measured.id,
            startAt: block.startAt,
            stepSeconds,
          });
        }
        return found ?? [];
      },
    })),
  });
}

/** What no waiting helps against. */
function whyUnmeasurable(series: Series): VerdictReason | undefined {
  const { indicator, source, state } = series;
  if (indicator.type === 'unrenderable') {
    return { code: indicator.code, message: indicator.message };
  }
  return state === 'unknown-source'
    ? {
        code: 'no-source',
        message: `There is no metric source "${source}" in the config.`,
      }
    : undefined;
}
