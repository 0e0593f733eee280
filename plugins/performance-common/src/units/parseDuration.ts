import { InputError } from '@backstage/errors';

const SECONDS: Record<string, number> = {
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

const SIMPLE = /^(\d+(?:\.\d+)?)\s*(s|min|m|h|d|w)$/;

const ISO_8601 =
  /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Reads a length of time such as `30d`, `12h`, `90 min` or ISO 8601 `P30D`, `PT12H`.
 *
 * Months and years aren't accepted, because their length varies.
 *
 * @returns Seconds, more than 0.
 * @throws InputError if it can't be read or is zero.
 * @public
 */
export function parseDuration(text: string): number {
  const seconds = readSeconds(text.trim());
  if (seconds === undefined) {
    throw new InputError(
      `'${text}' is not a length of time; write e.g. \`30d\`, \`12h\` or \`P30D\``,
    );
  }
  if (seconds <= 0) {
    throw new InputError(`'${text}' must be more than zero`);
  }
  return seconds;
}

function readSeconds(text: string): number | undefined {
  const simple = SIMPLE.exec(text);
  if (simple) {
    return Number(simple[1]) * SECONDS[simple[2]];
  }
  const iso = ISO_8601.exec(text);
  if (iso) {
    const [weeks, days, hours, minutes, seconds] = iso
      .slice(1)
      .map(part => Number(part ?? 0));
    return (
      weeks * SECONDS.w +
      days * SECONDS.d +
      hours * SECONDS.h +
      minutes * SECONDS.m +
      seconds
    );
  }
  return undefined;
}
