/** Calls `work` with each item, a few at a time; the first failure ends it. */
export async function inParallel(items, count, work) {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of queue) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
}
