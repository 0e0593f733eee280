/**
 * Tests for other questions than the usual load: stress and spikes in a laboratory that bears them,
 * hours of ordinary load in one that has the time.
 */
const STRESS = {
  type: 'stress',
  environment: 'load-lab',
  requests: 18_000,
  seconds: 300,
  vus: 120,
  slowdown: 1.7,
};
const SPIKE = {
  type: 'spike',
  environment: 'load-lab',
  requests: 9_000,
  seconds: 240,
  vus: 200,
  slowdown: 2.4,
};
const SOAK = {
  type: 'soak',
  environment: 'soak-lab',
  requests: 9_000,
  seconds: 9_000,
  vus: 8,
  slowdown: 1.05,
};

export const labTests = [
  { name: 'checkout', daysAgo: 26, ...SPIKE },
  { name: 'checkout', daysAgo: 12, ...STRESS },
  { name: 'search', daysAgo: 24, ...SPIKE },
  { name: 'search', daysAgo: 17, ...STRESS },
  { name: 'search', daysAgo: 10, ...SOAK },
  { name: 'pricing', daysAgo: 31, ...STRESS },
  { name: 'pricing', daysAgo: 30, ...SOAK },
  { name: 'cart', daysAgo: 29, ...SOAK },
  { name: 'product-catalog', daysAgo: 11, ...SOAK },
  { name: 'storefront-bff', daysAgo: 9, ...SOAK },
  { name: 'inventory', daysAgo: 22, ...SOAK },
];
