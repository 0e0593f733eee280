import { Z_OF_95_PERCENT } from '../wilsonInterval';

/**
 * Whether there are enough events to say if a target is met: at least the minimum, or Wilson's interval lies
 * on one side of it.
 */
export function enoughEvents(options: {
  /** PromQL of the window's error ratio and number of events, of the same labels. */
  errorRatio: string;
  events: string;
  minEvents: number;
  target: number;
}): string {
  const { errorRatio, events, minEvents, target } = options;
  const z2 = Z_OF_95_PERCENT ** 2;
  const centre = `(1 - ${errorRatio} + ${z2 / 2} / ${events})`;
  const spread = `${Z_OF_95_PERCENT} * sqrt((1 - ${errorRatio}) * ${errorRatio} / ${events} + ${
    z2 / 4
  } / ${events} ^ 2)`;
  const scale = `(1 + ${z2} / ${events})`;
  return `${events} >= ${minEvents} or (${centre} + ${spread}) / ${scale} < ${target} or (${centre} - ${spread}) / ${scale} >= ${target}`;
}
