import { Unit } from '@perf-governance/plugin-performance-common';

/** Audits whose `numericValue` is one of our metrics. Ids are those of Lighthouse 6 to 13. */
export const AUDIT_METRICS: readonly {
  audit: string;
  metric: string;
  unit: Unit;
}[] = [
  { audit: 'largest-contentful-paint', metric: 'web.lcp', unit: 'ms' },
  { audit: 'first-contentful-paint', metric: 'web.fcp', unit: 'ms' },
  { audit: 'cumulative-layout-shift', metric: 'web.cls', unit: '1' },
  { audit: 'total-blocking-time', metric: 'web.tbt', unit: 'ms' },
  { audit: 'speed-index', metric: 'web.si', unit: 'ms' },
  { audit: 'interactive', metric: 'web.tti', unit: 'ms' },
  { audit: 'max-potential-fid', metric: 'web.fid', unit: 'ms' },
  { audit: 'server-response-time', metric: 'web.ttfb', unit: 'ms' },
  { audit: 'interaction-to-next-paint', metric: 'web.inp', unit: 'ms' },
  // Its name in Lighthouse 8 and 9.
  {
    audit: 'experimental-interaction-to-next-paint',
    metric: 'web.inp',
    unit: 'ms',
  },
  { audit: 'dom-size', metric: 'page.dom.size', unit: '1' },
];

/** Rows of the audit `resource-summary` that have a metric for their bytes. */
export const RESOURCE_TYPES: ReadonlySet<string> = new Set([
  'total',
  'document',
  'script',
  'stylesheet',
  'image',
  'media',
  'font',
  'other',
  'third-party',
]);

/** Rows of `resource-summary` that have a metric for their number of requests. */
export const COUNTED_RESOURCE_TYPES: ReadonlySet<string> = new Set([
  'total',
  'third-party',
]);
