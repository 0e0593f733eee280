/**
 * The nightly and hourly batches of the last ninety days. Their jobs know no load-test tool; they
 * send runs that are already normalised.
 */
export const pipelines = [
  { name: 'clickstream', minutes: 21, eventsPerSecond: 2640 },
  { name: 'stock-sync', minutes: 6 },
  // Grows with the product catalog.
  { name: 'search-indexer', minutes: daysAgo => 31.5 - daysAgo / 12 },
];
