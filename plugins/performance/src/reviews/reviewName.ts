/** A review's number as people say it: `R-4`. */
export function reviewName(reviewId: string): string {
  return `R-${reviewId}`;
}
