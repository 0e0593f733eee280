import { DocumentPath, ProblemReporter } from './ProblemReporter';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads a date, which means 00:00 UTC, or a time, which is in UTC unless it names its zone.
 *
 * @returns ISO 8601 in UTC, or `undefined` if it can't be read.
 */
export function readDate(
  text: string,
  path: DocumentPath,
  reporter: ProblemReporter,
): string | undefined {
  const trimmed = text.trim();
  const time = TIME.exec(trimmed);
  const day = time ? time[1] : trimmed;
  const instant = new Date(
    time ? `${day}T${time[2]}${time[3] ?? 'Z'}` : `${day}T00:00Z`,
  );
  if (!DATE.test(day) || !isDay(day) || Number.isNaN(instant.getTime())) {
    reporter.error(
      'invalid-date',
      path,
      `'${trimmed}' is not a date; write e.g. \`2027-03-01\`, or \`2027-03-01T08:00:00+01:00\`.`,
    );
    return undefined;
  }
  return instant.toISOString();
}

/** `Date` takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
  );
}
