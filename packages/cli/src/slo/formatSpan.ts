const UNITS = [
  { name: 'd', seconds: 24 * 60 * 60 },
  { name: 'h', seconds: 60 * 60 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
];

/** A length of time in two units, as one says it: `5 min 2.4 s`, `16 h 48 min`. */
export function formatSpan(seconds: number): string {
  if (seconds < 0) {
    return `−${formatSpan(-seconds)}`;
  }
  // Tenths of a second matter only beside seconds and minutes.
  const rounded =
    seconds < 60 * 60 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  const first = UNITS.findIndex(unit => rounded >= unit.seconds);
  if (first < 0 || first === UNITS.length - 1) {
    return `${rounded} s`;
  }
  const [large, small] = [UNITS[first], UNITS[first + 1]];
  const whole = Math.floor(rounded / large.seconds);
  const rest = (rounded - whole * large.seconds) / small.seconds;
  const decimals = small.seconds === 1 ? 1 : 0;
  const restText = Number(rest.toFixed(decimals));
  return restText > 0
    ? `${whole} ${large.name} ${restText} ${small.name}`
    : `${whole} ${large.name}`;
}
