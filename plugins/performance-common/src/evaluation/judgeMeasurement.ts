import {
  BudgetDefinition,
  BudgetMeasure,
  BudgetMeasurement,
  MeasurementFact,
  VerdictReason,
} from '../model';
import { RuleMember } from './budgetRules';
import { formatAge } from './formatAge';

/** Attempts that may fail before what was measured last counts no more, where no budget says how old it may be. */
const MISSED_ATTEMPTS = 3;

/** How a subject is measured: by its innermost budget that says so. */
export interface Measuring {
  definition: BudgetDefinition;
  measure: BudgetMeasure;
  measured: BudgetMeasurement;
}

const measurings = new WeakMap<BudgetDefinition, Measuring>();

/** @param members - Outermost layer first. */
export function measuringOf(
  members: readonly RuleMember[],
): Measuring | undefined {
  for (let index = members.length - 1; index >= 0; index--) {
    const { definition } = members[index];
    const { measure } = definition.spec;
    if (measure) {
      let measuring = measurings.get(definition);
      if (!measuring) {
        const { source, query, windowSeconds } = measure;
        measuring = {
          definition,
          measure,
          measured: Object.freeze({
            source,
            query,
            windowSeconds,
            definitionId: definition.id,
          }),
        };
        measurings.set(definition, measuring);
      }
      return measuring;
    }
  }
  return undefined;
}

/**
 * What was measured, as long as it says how things are.
 *
 * @param now - Milliseconds.
 */
export function measuredValue(
  { definition, measure }: Measuring,
  environment: string,
  measurements: readonly MeasurementFact[],
  maxAgeSeconds: number | undefined,
  now: number,
): { value: number } | { reason: VerdictReason } {
  const fact = measurements.find(
    one =>
      one.definitionId === definition.id && one.environment === environment,
  );
  if (fact?.value === undefined || fact.measuredAt === undefined) {
    return {
      reason: fact?.reason ?? {
        code: 'no-samples',
        message: 'It has not been measured yet.',
      },
    };
  }
  const ageSeconds = (now - Date.parse(fact.measuredAt)) / 1000;
  const allowed =
    maxAgeSeconds ??
    Math.max(measure.windowSeconds, MISSED_ATTEMPTS * measure.everySeconds);
  if (ageSeconds > allowed) {
    return {
      reason: fact.reason ?? {
        code: 'too-old',
        message: `The newest measurement is ${formatAge(
          ageSeconds,
        )} old; at most ${formatAge(allowed)} are allowed.`,
      },
    };
  }
  return { value: fact.value };
}
