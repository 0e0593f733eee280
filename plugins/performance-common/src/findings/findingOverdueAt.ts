const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * From when on a finding is overdue: its due day, in UTC, is over.
 *
 * @param dueDate - ISO 8601 date.
 * @returns epoch milliseconds.
 * @public
 */
export function findingOverdueAt(dueDate: string): number {
  return Date.parse(`${dueDate.slice(0, 10)}T00:00:00Z`) + DAY_MS;
}
