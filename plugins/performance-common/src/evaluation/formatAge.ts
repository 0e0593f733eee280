const SCALES: [seconds: number, name: string][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** A length of time for people, rounded down: `31 days`, `5 hours`. */
export function formatAge(seconds: number): string {
  for (const [size, name] of SCALES) {
    const amount = Math.floor(seconds / size);
    if (amount >= 1) {
      return `${amount} ${name}${amount === 1 ? '' : 's'}`;
    }
  }
  return `${Math.floor(seconds)} seconds`;
}
