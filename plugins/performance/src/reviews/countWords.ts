/** How many, in words: `1 risk`, `3 risks`. */
export function countWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
