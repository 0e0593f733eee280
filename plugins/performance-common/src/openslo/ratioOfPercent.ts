/** A percentage as a ratio, without the digits that binary fractions add: 99.99 is 0.9999. */
export function ratioOfPercent(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}
