import { InputError } from '@backstage/errors';
import { Upload } from './newRunRecord';

const MAX_METRIC_LENGTH = 200;

/**
 * Refuses what the databases would refuse: text with NUL in it and too long names. Labels are stored
 * as JSON, which escapes everything.
 *
 * @throws InputError naming the place.
 */
export function assertStorable({ context, report }: Upload): void {
  const { tool, toolVersion, format, series } = report;
  const texts = { ...context, tool, toolVersion, format };
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === 'string' && text.includes('\0')) {
      throw new InputError(`${name} holds a NUL character: leave it out`);
    }
  }
  for (const { metric } of series) {
    if (metric.includes('\0')) {
      throw new InputError(
        `The name of the metric ${JSON.stringify(
          metric,
        )} holds a NUL character: leave it out`,
      );
    }
    if (metric.length > MAX_METRIC_LENGTH) {
      throw new InputError(
        `The name of the metric ${metric.slice(0, 50)}… is ${
          metric.length
        } characters long; at most ${MAX_METRIC_LENGTH} are stored`,
      );
    }
  }
}
