import { Entity } from '@backstage/catalog-model';
import { SloIndicator, SloObjective, SloThresholdOperator } from '../../model';
import { IncreaseQuery, increaseOver } from '../../promql';
import { singleValue } from '../../promql/singleValue';
import { renderQuery } from '../renderQuery';
import { range, subquery } from './promQl';

/** PromQL of what happened in so many seconds before now. */
export type Over = (seconds: number) => string;

/** An indicator in PromQL, over ranges of whole steps. */
export interface IndicatorExpressions {
  /** Without a value where nothing happened. */
  goodRatio: Over;
  errorRatio: Over;
  /** How many events there were. */
  events: Over;
}

/** What queries are about. */
export interface Measured {
  stepSeconds: number;
  /** Whose fields they may hold. */
  entity?: Entity;
}

/** Why something can't be written in PromQL. */
export class InexpressibleError extends Error {}

const OPERATORS: Record<SloThresholdOperator, string> = {
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

const WINDOW = /\{\{\s*\.window\s*\}\}/;

/**
 * Writes an indicator as the samples of it are made: from counters' increase, from values that say what
 * happened in each step, or from values that are good or not.
 *
 * @throws InexpressibleError
 */
export function indicatorExpressions(
  indicator: SloIndicator,
  objective: SloObjective,
  measured: Measured,
): IndicatorExpressions {
  const { stepSeconds } = measured;
  switch (indicator.type) {
    case 'ratio': {
      const { good, bad, counter } = indicator;
      const total = eventsOf(indicator.total.query, counter, measured);
      const counted = good ?? bad;
      if (!counted) {
        throw new InexpressibleError('it counts neither good nor bad events');
      }
      const events = eventsOf(counted.query, counter, measured);
      // Nothing counted yet is none of them, as long as there is a total.
      const some: Over = seconds =>
        counter
          ? `(${events.over(seconds)} or 0 * ${total.over(seconds)})`
          : events.over(seconds);
      const others: Over = seconds =>
        `(${total.over(seconds)} - ${some(seconds)})`;
      const share =
        (part: Over): Over =>
        seconds =>
          `clamp(${part(seconds)} / (${total.over(seconds)} > 0), 0, 1)`;
      return {
        goodRatio: share(good ? some : others),
        errorRatio: share(good ? others : some),
        events: total.sum,
      };
    }
    case 'raw-ratio': {
      if (indicator.counter) {
        throw new InexpressibleError('a ratio is no counter');
      }
      const raw = asked(indicator.raw.query, false, measured);
      return indicator.rawType === 'success'
        ? meansOf(raw, `1 - ${raw}`, stepSeconds)
        : meansOf(`1 - ${raw}`, raw, stepSeconds);
    }
    case 'threshold': {
      const { threshold } = objective;
      if (!threshold) {
        throw new InexpressibleError('the objective has no threshold');
      }
      const metric = asked(indicator.metric.query, false, measured);
      const good = `${metric} ${OPERATORS[threshold.operator]} bool ${
        threshold.value
      }`;
      return meansOf(good, `1 - (${good})`, stepSeconds);
    }
    default:
      throw new InexpressibleError(
        'its samples are pushed, and so aren’t in Prometheus',
      );
  }
}

/** Of values of which each step has one, the mean. */
function meansOf(
  good: string,
  bad: string,
  stepSeconds: number,
): IndicatorExpressions {
  const mean =
    (expression: string): Over =>
    seconds =>
      seconds === stepSeconds
        ? `(${expression})`
        : `avg_over_time(${subquery(expression, seconds, stepSeconds)})`;
  return {
    goodRatio: mean(good),
    errorRatio: mean(bad),
    events: seconds =>
      `count_over_time(${subquery(good, seconds, stepSeconds)})`,
  };
}

/** How many events a query says there were: in proportion, and as the sum of its steps. */
function eventsOf(
  query: string,
  counter: boolean,
  measured: Measured,
): { over: Over; sum: Over } {
  const { stepSeconds } = measured;
  const step = asked(query, counter, measured);
  const sum: Over = seconds =>
    seconds === stepSeconds
      ? step
      : `sum_over_time(${subquery(step, seconds, stepSeconds)})`;
  const over: Over = seconds =>
    asked(query, counter, { ...measured, stepSeconds: seconds });
  if (counter && !hasOwnRanges(query, measured)) {
    return { over, sum: over };
  }
  return { over: !counter && WINDOW.test(query) ? over : sum, sum };
}

/** Whether a query over counters says itself over which time it takes some of them. */
function hasOwnRanges(query: string, measured: Measured): boolean {
  return increaseOf(query, measured).unchanged.length > 0;
}

/** A query as a metric source is asked it, for one number: what happened in a step. */
function asked(query: string, counter: boolean, measured: Measured): string {
  return singleValue(
    counter ? increaseOf(query, measured).query : render(query, measured),
  );
}

function increaseOf(query: string, measured: Measured): IncreaseQuery {
  const increase = increaseOver(
    render(query, measured),
    range(measured.stepSeconds),
  );
  return increase ?? notPromQl(query);
}

function render(query: string, { entity, stepSeconds }: Measured): string {
  const rendered = renderQuery(query, entity, range(stepSeconds));
  if ('problem' in rendered) {
    const { field, message } = rendered.problem;
    throw new InexpressibleError(
      entity
        ? message
        : `its query is for each entity on its own: {{ ${field} }}`,
    );
  }
  return increaseOver(rendered.query, '1m')
    ? rendered.query.trim()
    : notPromQl(query);
}

function notPromQl(query: string): never {
  throw new InexpressibleError(`its query isn’t PromQL: ${query}`);
}
