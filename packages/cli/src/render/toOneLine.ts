/** Reports choose their labels: line breaks and control characters must not reach a terminal. */
export function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
