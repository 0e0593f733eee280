import { SloObjective } from '../model';
import { exactly } from './exactly';

/**
 * The target of a composite SLO: its parts' mean, by weight.
 *
 * @public
 */
export function compositeTarget(
  objectives: readonly Pick<SloObjective, 'target' | 'weight'>[],
): number {
  let [sum, weights] = [0, 0];
  for (const { target, weight = 1 } of objectives) {
    sum += weight * target;
    weights += weight;
  }
  return exactly(sum / weights);
}
