const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a time, counted from 1970-01-01 in UTC. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS);
}

/** As `2026-11-22`. */
export function dayToApi(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** When a day begins. */
export function startOfDay(day: number): Date {
  return new Date(day * DAY_MS);
}
