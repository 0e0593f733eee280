const DURATION =
  /^(?=\d)(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

const SECONDS = [31_536_000, 604_800, 86_400, 3600, 60, 1, 0.001];

/**
 * Reads a duration as Prometheus has them, e.g. `4w`, `1d12h` or `250ms`. A year has 365 days.
 *
 * @returns Seconds, or `undefined` if it isn't one.
 */
export function parsePrometheusDuration(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  return parts?.reduce(
    (sum, part, index) => sum + Number(part ?? 0) * SECONDS[index],
    0,
  );
}
