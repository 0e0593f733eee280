import {
  sampleCounter,
  SloCounts,
  SloSample,
} from '@perf-governance/plugin-performance-common';
import { SampledSeries } from './SampleStore';

/** What samples of a block come to, in what their objective counts. */
export function sumSamples(
  { stepSeconds, counting }: Pick<SampledSeries, 'stepSeconds' | 'counting'>,
  samples: SloSample[],
): SloCounts {
  const counter = sampleCounter({
    samples,
    stepSeconds,
    method: counting.method,
    objective: counting,
  });
  // Too coarse for the objective's slices, so that nobody will ask for sums.
  return 'count' in counter
    ? counter.count(-Infinity, Infinity)
    : { good: 0, total: 0, coveredSeconds: 0 };
}
