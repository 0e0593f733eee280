/** Longest name of a definition. */
const MAX_LENGTH = 63;

/** The name itself if a definition can have it, else the nearest that it can have. */
export function toDefinitionName(name: string): string {
  return name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^[._-]+|[._-]+$/g, '');
}
