import { SloBurnRate, SloSpec } from '../model';
import { addCounts } from './addCounts';
import { compositeTarget } from './compositeTarget';
import { errorBudgetOf } from './errorBudgetOf';
import { exactly } from './exactly';
import { ObjectiveReckoning } from './reckonObjective';

/**
 * A composite SLO: error rates and targets are its parts' means, by weight. Parts without data leave
 * the mean, and make the whole unknown for their reason. Counts are the parts' sums, for information.
 */
export function combineReckonings(
  spec: SloSpec,
  parts: ObjectiveReckoning[],
): ObjectiveReckoning {
  const counts = addCounts(parts.map(part => part.counts));
  const target = compositeTarget(spec.objectives);
  const attainment = meanByWeight(parts, part => part.attainment);
  const errorBudget = errorBudgetOf(target);
  const firstUnknown = parts.find(({ reason }) => reason !== undefined);
  return {
    objective: {
      name: spec.objectives.map(({ name }) => name).join('+'),
      target,
    },
    counts,
    bad: parts.reduce((sum, { bad }) => sum + bad, 0),
    budgeted: parts.reduce((sum, { budgeted }) => sum + budgeted, 0),
    errorRate: meanByWeight(parts, part => part.errorRate),
    attainment,
    coverage: Math.min(...parts.map(({ coverage }) => coverage)),
    windowSeconds: Math.max(...parts.map(part => part.windowSeconds)),
    unitSeconds: Math.max(...parts.map(part => part.unitSeconds ?? 0)),
    burnRates: combineBurnRates(
      parts.filter(({ unitSeconds }) => unitSeconds !== undefined),
      errorBudget,
    ),
    reason: firstUnknown?.reason && {
      code: firstUnknown.reason.code,
      message: `${
        firstUnknown.objective.title ?? firstUnknown.objective.name
      }: ${firstUnknown.reason.message}`,
    },
  };
}

function combineBurnRates(
  parts: ObjectiveReckoning[],
  errorBudget: number,
): SloBurnRate[] {
  // Only windows that no part is too coarse for.
  const [first, ...others] = parts;
  return (first?.burnRates ?? []).flatMap(({ window, seconds }) => {
    const rateOf = (part: ObjectiveReckoning) =>
      part.burnRates.find(burnRate => burnRate.seconds === seconds);
    if (!others.every(rateOf)) {
      return [];
    }
    const errorRate = meanByWeight(parts, part => {
      const rate = rateOf(part)?.rate;
      return rate === undefined
        ? undefined
        : rate * errorBudgetOf(part.objective.target);
    });
    return [
      {
        window,
        seconds,
        ...addCounts(parts.flatMap(part => rateOf(part) ?? [])),
        ...(errorRate !== undefined && {
          rate: exactly(errorRate / errorBudget),
        }),
      },
    ];
  });
}

function meanByWeight(
  parts: ObjectiveReckoning[],
  valueOf: (part: ObjectiveReckoning) => number | undefined,
): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const part of parts) {
    const value = valueOf(part);
    if (value !== undefined) {
      const weight = part.objective.weight ?? 1;
      sum += weight * value;
      weights += weight;
    }
  }
  return weights > 0 ? exactly(sum / weights) : undefined;
}
