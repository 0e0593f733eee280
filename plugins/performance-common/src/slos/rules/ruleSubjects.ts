import { compositeTarget } from '../compositeTarget';
import { isCompositeSlo } from '../evaluateSlo';
import { minEventsOf } from '../minEventsOf';
import { enoughEvents } from './enoughEvents';
import { InexpressibleError, Over } from './indicatorExpressions';
import { objectiveExpressions } from './objectiveExpressions';
import { PrometheusRuleOmission } from './PrometheusRule';
import { recorded } from './promQl';
import { entityRefOf, SloOfEntity } from './slosOfEntities';
import { burnRecord, WINDOW_ERRORS, WINDOW_EVENTS } from './recordNames';

/** What is recorded by rules, and perhaps alerted on. */
export interface RuleSubject {
  labels: Record<string, string>;
  target: number;
  unitSeconds: number;
  errorRatio: Over;
  budgetedErrorRatio: Over;
  events?: Over;
  /** PromQL that has a value where there are enough events to judge by. */
  enough?: string;
  /** Labels of all that have to have enough. */
  judgedBy: Record<string, string>[];
}

/** Those that alerts are about, and parts of a composite that are only recorded. */
export interface RuleSubjects {
  judged: RuleSubject[];
  parts: RuleSubject[];
}

/**
 * What rules are about, and what of it they can't be: objectives, or a composite SLO with its parts.
 */
export function ruleSubjects(
  one: SloOfEntity,
  omissions: PrometheusRuleOmission[],
): RuleSubjects {
  return isCompositeSlo(one.slo.spec)
    ? compositeSubjects(one, omissions)
    : objectiveSubjects(one, omissions);
}

function objectiveSubjects(
  one: SloOfEntity,
  omissions: PrometheusRuleOmission[],
): RuleSubjects {
  const { objectives } = one.slo.spec;
  const judged: RuleSubject[] = [];
  for (const objective of objectives) {
    const name = objectives.length > 1 ? objective.name : undefined;
    try {
      judged.push(subjectOf(one, objective.name, name));
    } catch (error) {
      omissions.push(omissionOf(one, name, error));
    }
  }
  return { judged, parts: [] };
}

function compositeSubjects(
  one: SloOfEntity,
  omissions: PrometheusRuleOmission[],
): RuleSubjects {
  const { objectives } = one.slo.spec;
  const parts: RuleSubject[] = [];
  for (const { name } of objectives) {
    try {
      parts.push(subjectOf(one, name, name));
    } catch (error) {
      omissions.push(omissionOf(one, name, error));
    }
  }
  if (parts.length < objectives.length) {
    return { judged: [], parts: [] };
  }
  const weighted = parts.map((part, index) => ({
    labels: part.labels,
    weight: objectives[index].weight ?? 1,
  }));
  const weights = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const whole: RuleSubject = {
    // Parts have the other labels, too.
    labels: { ...labelsOf(one), objective: '' },
    target: compositeTarget(objectives),
    unitSeconds: Math.max(...parts.map(({ unitSeconds }) => unitSeconds)),
    // The mean of those that are known.
    errorRatio: seconds => {
      const rates = weighted.map(({ labels, weight }) => ({
        weight,
        rate: recorded(burnRecord(seconds), labels),
      }));
      const sum = rates.map(({ weight, rate }) => `${weight} * ${rate}`);
      const known = rates.map(({ weight, rate }) => `${weight} + 0 * ${rate}`);
      return `sum(${sum.join(' or ')}) / sum(${known.join(' or ')})`;
    },
    // Without one of them, nothing.
    budgetedErrorRatio: () =>
      `(${weighted
        .map(
          ({ labels, weight }) =>
            `${weight} * sum(${recorded(WINDOW_ERRORS, labels)})`,
        )
        .join(' + ')}) / ${weights}`,
    judgedBy: parts.flatMap(({ judgedBy }) => judgedBy),
  };
  return { judged: [whole], parts };
}

function subjectOf(
  one: SloOfEntity,
  name: string,
  label: string | undefined,
): RuleSubject {
  const { spec } = one.slo;
  const objective = spec.objectives.find(candidate => candidate.name === name);
  if (!objective) {
    throw new InexpressibleError(`there is no objective ${name}`);
  }
  const labels = labelsOf(one, label);
  const { target } = objective;
  const expressions = objectiveExpressions(spec, objective, one.entity);
  return {
    ...expressions,
    labels,
    target,
    ...(expressions.events && {
      enough: enoughEvents({
        errorRatio: recorded(WINDOW_ERRORS, labels),
        events: recorded(WINDOW_EVENTS, labels),
        minEvents: minEventsOf(spec),
        target,
      }),
    }),
    judgedBy: expressions.events ? [labels] : [],
  };
}

function labelsOf(
  one: SloOfEntity,
  objective?: string,
): Record<string, string> {
  const { metadata, spec } = one.slo;
  const entity = entityRefOf(one);
  return {
    slo: metadata.name,
    environment: spec.environment,
    ...(entity !== undefined && { entity }),
    ...(spec.service && { service: spec.service }),
    ...(objective !== undefined && { objective }),
  };
}

function omissionOf(
  one: SloOfEntity,
  objective: string | undefined,
  error: unknown,
): PrometheusRuleOmission {
  if (!(error instanceof InexpressibleError)) {
    throw error;
  }
  return {
    ...whoseRules(one, objective),
    message: `all of it: ${error.message}`,
  };
}

/** What an omission is about. */
export function whoseRules(
  one: SloOfEntity,
  objective: string | undefined,
): Omit<PrometheusRuleOmission, 'message'> {
  const entityRef = entityRefOf(one);
  return {
    slo: one.slo.metadata.name,
    ...(entityRef !== undefined && { entityRef }),
    ...(objective && { objective }),
  };
}
