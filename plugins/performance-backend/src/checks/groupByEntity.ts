/** What rows say, by the entity they are about, in their order. */
export function groupByEntity<R extends { entity_id: number }, T>(
  rows: R[],
  read: (row: R) => T,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.entity_id);
    if (group) {
      group.push(read(row));
    } else {
      groups.set(row.entity_id, [read(row)]);
    }
  }
  return groups;
}
