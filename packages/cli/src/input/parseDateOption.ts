import { InvalidArgumentError } from 'commander';

/** Reads an ISO 8601 time; a date alone is 00:00 UTC. */
export function parseDateOption(text: string): Date {
  const date = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError(
      'Write it as ISO 8601, e.g. 2026-11-22T16:24:00Z.',
    );
  }
  return date;
}
