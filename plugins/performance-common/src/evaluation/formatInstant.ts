/**
 * An instant for people anywhere: `2027-03-01` at midnight, else `2027-03-01 14:30 UTC`.
 *
 * @param instant - ISO 8601.
 * @public
 */
export function formatInstant(instant: string): string {
  const text = new Date(instant).toISOString();
  const day = text.slice(0, 10);
  const time = text.slice(11, 16);
  return time === '00:00' ? day : `${day} ${time} UTC`;
}
