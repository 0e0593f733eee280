import {
  SloObjective,
  SloSample,
  SloSpec,
  SloStatus,
  SloTimeWindow,
} from '../../model';
import { evaluateSlo, EvaluateSloOptions } from '../evaluateSlo';
import { sampleCounter } from '../sampleCounter';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const THIRTY_DAYS: SloTimeWindow = {
  type: 'rolling',
  duration: { count: 30, unit: 'day' },
};

export function sloSpec(
  objective: Partial<SloObjective> & { target: number },
  rest: Partial<SloSpec> = {},
): SloSpec {
  return {
    environment: 'production',
    budgetingMethod: 'Occurrences',
    timeWindow: THIRTY_DAYS,
    indicator: { type: 'pushed' },
    objectives: [{ name: 'objective-1', ...objective }],
    ...rest,
  };
}

/** One sample a step in `[from, to)`; none where `at` gives none. */
export function samplesOf(
  from: string | number,
  to: string | number,
  stepSeconds: number,
  at: (time: number, index: number) => Omit<SloSample, 'at'> | undefined,
): SloSample[] {
  const millis = (time: string | number) => new Date(time).getTime();
  const samples: SloSample[] = [];
  for (
    let time = millis(from), index = 0;
    time < millis(to);
    time += stepSeconds * 1000, index++
  ) {
    const sample = at(time, index);
    if (sample) {
      samples.push({ at: time, ...sample });
    }
  }
  return samples;
}

export function evaluateSamples(
  spec: SloSpec,
  samples: SloSample[],
  now: string | number,
  options: Partial<EvaluateSloOptions> & { stepSeconds?: number } = {},
): SloStatus {
  const { stepSeconds = 300, ...rest } = options;
  return evaluateSlo({
    spec,
    counterOf: objective =>
      sampleCounter({
        samples,
        stepSeconds,
        method: spec.budgetingMethod,
        objective,
      }),
    now: new Date(now).getTime(),
    ...rest,
  });
}
