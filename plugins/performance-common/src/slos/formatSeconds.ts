const UNITS = [
  { name: 'd', seconds: 24 * 60 * 60 },
  { name: 'h', seconds: 60 * 60 },
  { name: 'm', seconds: 60 },
];

/** A length of time in the largest unit that it is a whole number of: `3d`, `90m`, `30s`. */
export function formatSeconds(seconds: number): string {
  const unit = UNITS.find(
    candidate => seconds > 0 && seconds % candidate.seconds === 0,
  );
  return unit ? `${seconds / unit.seconds}${unit.name}` : `${seconds}s`;
}
