/**
 * What the services of Lantern Market did in the last ninety days. `p95` is milliseconds, a number
 * or a function of how many days ago; so may be `format`.
 */

/** Release 2.14 batched writes to the ledger; the batches grow with every order since. */
function checkoutJourney(daysAgo) {
  return daysAgo > 33 ? 243 : 412 - (150 * daysAgo) / 33;
}

/** Reads the whole history of a customer; nobody deletes any. */
function orderHistory(daysAgo) {
  return 560 - (140 * daysAgo) / 90;
}

/** Release 3.2 asks all couriers at the same time. */
function deliveryOptions(daysAgo) {
  return daysAgo > 58 ? 462 : 331;
}

const only = (name, p95) => [{ name, share: 1, p95 }];

export const services = [
  {
    name: 'checkout',
    // The last fortnight in full detail.
    format: daysAgo => (daysAgo > 14 ? 'k6-csv' : 'k6-raw'),
    every: 1,
    // Before midnight, UTC, so that the day on which the demo is loaded may still become a green one.
    nightly: true,
    requests: 1000,
    noise: 0.012,
    failureRatio: 0.0003,
    releases: [
      [96, '2.11.3'],
      [74, '2.12.0'],
      [52, '2.13.0'],
      [33, '2.14.0'],
    ],
    endpoints: [
      { name: 'POST /checkouts', share: 0.3, p95: 168 },
      { name: 'GET /checkouts/:id', share: 0.4, p95: 92 },
      { name: 'POST /pay', share: 0.3, p95: 290 },
    ],
    journey: {
      endpoints: ['POST /checkouts', 'GET /checkouts/:id', 'POST /pay'],
      blame: 'POST /pay',
      p95: checkoutJourney,
    },
  },
  {
    name: 'payment-gateway',
    format: 'jmeter-csv',
    releases: [
      [96, '7.1.0'],
      [40, '7.2.0'],
    ],
    endpoints: only('POST /authorisations', 214),
  },
  {
    name: 'cart',
    format: 'k6-summary',
    releases: [
      [96, '4.0.2'],
      [26, '4.1.0'],
    ],
    endpoints: [
      { name: 'POST /carts/:id/items', share: 0.4, p95: 62 },
      { name: 'GET /carts/:id', share: 0.6, p95: 41 },
    ],
  },
  {
    name: 'pricing',
    format: 'k6-summary',
    releases: [[96, '1.18.0']],
    endpoints: only('POST /quotes', 96),
  },
  {
    name: 'storefront-bff',
    format: 'k6-csv',
    failureRatio: 0.007,
    releases: [
      [96, '2026.33'],
      [45, '2026.40'],
    ],
    endpoints: [
      { name: 'GET /home', share: 0.5, p95: 312 },
      { name: 'GET /product-pages/:id', share: 0.5, p95: 266 },
    ],
  },
  {
    name: 'search',
    format: 'k6-csv',
    releases: [
      [96, '5.6.0'],
      [61, '5.7.0'],
      [12, '5.8.0'],
    ],
    endpoints: [
      { name: 'GET /search', share: 0.5, p95: 212 },
      { name: 'GET /suggest', share: 0.5, p95: 78 },
    ],
  },
  {
    name: 'product-catalog',
    format: 'jmeter-csv',
    releases: [[96, '3.3.1']],
    endpoints: only('GET /products/:id', 121),
  },
  {
    name: 'recommendations',
    format: 'k6-summary-export',
    // Its pipeline has been switched off since.
    until: 47,
    releases: [[96, '0.9.4']],
    endpoints: only('GET /recommendations', 283),
  },
  {
    name: 'orders',
    format: 'jmeter-csv',
    noise: 0.008,
    releases: [
      [96, '6.0.0'],
      [50, '6.1.0'],
      [21, '6.1.1'],
    ],
    endpoints: [
      { name: 'POST /orders', share: 0.5, p95: 352 },
      { name: 'GET /customers/:id/orders', share: 0.5, p95: orderHistory },
    ],
  },
  {
    name: 'inventory',
    format: 'jmeter-csv',
    releases: [
      [96, '2.4.0'],
      [30, '2.5.0'],
    ],
    endpoints: only('POST /reservations', 142),
  },
  {
    name: 'delivery-quotes',
    format: 'jmeter-statistics',
    releases: [
      [96, '3.1.2'],
      [58, '3.2.0'],
    ],
    endpoints: only('POST /options', deliveryOptions),
  },
  {
    name: 'tracking',
    format: 'k6-summary',
    releases: [[96, '1.2.0']],
    endpoints: only('GET /parcels/:id', 93),
  },
  {
    name: 'fraud-scoring',
    format: 'jmeter-csv',
    releases: [
      [96, '11.0'],
      [35, '11.1'],
    ],
    endpoints: only('POST /scores', 104),
  },
];

/** The load test in staging that search passes every week before a release. */
export const searchInStaging = {
  name: 'search',
  format: 'k6-csv',
  environment: 'staging',
  every: 7,
  requests: 1700,
  seconds: 36,
  releases: [
    [96, '5.6.0'],
    [61, '5.7.0'],
    [12, '5.8.0'],
  ],
  endpoints: [
    { name: 'GET /search', share: 0.5, p95: 236 },
    { name: 'GET /suggest', share: 0.5, p95: 88 },
  ],
};

const checkoutEndpoints = pay => [
  { name: 'POST /checkouts', share: 0.3, p95: 168 },
  { name: 'GET /checkouts/:id', share: 0.4, p95: 92 },
  { name: 'POST /pay', share: 0.3, p95: pay },
];

/** Staging holds few orders, so that the growing batches of release 2.14 didn't show there. */
export const checkoutInStaging = {
  name: 'checkout',
  format: 'k6-summary',
  environment: 'staging',
  every: 7,
  failureRatio: 0.0003,
  releases: [
    [96, '2.11.3'],
    [74, '2.12.0'],
    [52, '2.13.0'],
    [33, '2.14.0'],
  ],
  endpoints: checkoutEndpoints(296),
};

/** A pull request against checkout; it takes the growing batches apart again. */
export const checkoutPullRequest = {
  name: 'checkout',
  branch: 'pr/1482-split-ledger-batches',
  environment: 'staging',
  /** How many days ago, and with which endpoints. */
  runs: [
    [6, checkoutEndpoints(566)],
    [5, checkoutEndpoints(489)],
    [3, checkoutEndpoints(431)],
    [2, checkoutEndpoints(352)],
    [1, checkoutEndpoints(281)],
  ],
};
