import {
  SloObjective,
  SloSample,
} from '@perf-governance/plugin-performance-common';
import { MetricPoint } from '@perf-governance/plugin-performance-node';
import { queriesOf } from './planQueries';
import { RenderedIndicator } from './Slo';

/**
 * Makes samples of what a metric source answered.
 *
 * A step whose total isn't known is a gap. Where it is, but no series counts good or bad events, there
 * were none of them: a counter that nothing has ever been counted by doesn't exist.
 *
 * @param points - of each of {@link queriesOf}.
 * @returns the samples, and how many steps had numbers that can't be, which are gaps too.
 */
export function samplesOf(
  indicator: RenderedIndicator,
  threshold: SloObjective['threshold'],
  points: MetricPoint[][],
): { samples: SloSample[]; impossible: number } {
  const samples: SloSample[] = [];
  let impossible = 0;
  const add = (at: number, good: number, total: number) => {
    if (good >= 0 && total >= 0 && Number.isFinite(good + total)) {
      samples.push({ at, good: Math.min(good, total), total });
    } else {
      impossible++;
    }
  };
  const [first = [], second = []] = points;
  switch (indicator.type) {
    case 'ratio': {
      const [, { role }] = queriesOf(indicator);
      const counted = new Map(second.map(({ at, value }) => [at, value]));
      for (const { at, value: total } of first) {
        const value = counted.get(at) ?? (indicator.counter ? 0 : undefined);
        if (value !== undefined) {
          add(
            at,
            role === 'good' || value < 0 ? value : Math.max(total - value, 0),
            total,
          );
        }
      }
      break;
    }
    case 'raw-ratio':
      for (const { at, value } of first) {
        const ratio = value >= 0 && value <= 1 ? value : NaN;
        add(at, indicator.rawType === 'success' ? ratio : 1 - ratio, 1);
      }
      break;
    case 'threshold':
      for (const { at, value } of first) {
        add(at, threshold && isWithin(value, threshold) ? 1 : 0, 1);
      }
      break;
    default:
  }
  return { samples, impossible };
}

function isWithin(
  measured: number,
  { operator, value }: NonNullable<SloObjective['threshold']>,
): boolean {
  switch (operator) {
    case 'lt':
      return measured < value;
    case 'lte':
      return measured <= value;
    case 'gt':
      return measured > value;
    default:
      return measured >= value;
  }
}
