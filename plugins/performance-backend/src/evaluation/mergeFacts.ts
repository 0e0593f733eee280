import { GovernanceFacts } from '@perf-governance/plugin-performance-common';

/** What two sources know of the same entity. */
export function mergeFacts(
  a: GovernanceFacts,
  b: GovernanceFacts,
): GovernanceFacts {
  const merged: Record<string, unknown[]> = { ...a };
  for (const [name, items] of Object.entries(b)) {
    // What only one says stays the same array: trust is the same for all entities.
    merged[name] = merged[name] ? [...merged[name], ...items] : items;
  }
  return merged;
}
