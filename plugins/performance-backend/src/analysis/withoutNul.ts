/** PostgreSQL has no text with NUL in it; titles and annotations of the catalog may hold some. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
