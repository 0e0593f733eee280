import { readFileSync } from 'node:fs';

/**
 * Lighthouse results of other days: a real one with its metrics moved, and everything that
 * Lighthouse derives from them moved along.
 */

const templates = new Map();

function template(name) {
  let text = templates.get(name);
  if (!text) {
    text = readFileSync(
      new URL(`../reports/lighthouse/${name}.json`, import.meta.url),
      'utf8',
    );
    templates.set(name, text);
  }
  return JSON.parse(text);
}

/** Of the real report, untouched. */
export function realLighthouseReport(name) {
  template(name);
  return templates.get(name);
}

/** Inverse of the complementary error function at 1/5, as Lighthouse's statistics.js has it. */
const INVERSE_ERFC_ONE_FIFTH = 0.9061938024368232;

/** Error function: Abramowitz and Stegun, 7.1.26; Lighthouse uses the same. */
function erf(x) {
  const sign = Math.sign(x);
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y =
    t *
    (0.254829592 +
      t *
        (-0.284496736 +
          t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return sign * (1 - y * Math.exp(-x * x));
}

/** Lighthouse's score of a metric (GoogleChrome/lighthouse, shared/statistics.js). */
function logNormalScore({ median, p10 }, value) {
  if (value <= 0) {
    return 1;
  }
  const x = Math.log(value / median);
  const scale = -Math.log(p10 / median) || Number.MIN_VALUE;
  const complement = (1 - erf((x * INVERSE_ERFC_ONE_FIFTH) / scale)) / 2;
  return Math.round(Math.min(1, Math.max(0, complement)) * 100) / 100;
}

const METRICS = {
  lcp: { audit: 'largest-contentful-paint', item: 'largestContentfulPaint' },
  tbt: { audit: 'total-blocking-time', item: 'totalBlockingTime' },
  cls: { audit: 'cumulative-layout-shift', item: 'cumulativeLayoutShift' },
};

function displayValue(metric, value) {
  if (metric === 'lcp') {
    return `${(value / 1000).toFixed(1)} s`;
  }
  return metric === 'tbt'
    ? `${Math.round(value / 10) * 10} ms`
    : String(Number(value.toFixed(3)));
}

/**
 * @param name - Of a file in `demo/reports/lighthouse`.
 * @param page - `time` (ms since 1970) and the metrics: `lcp` and `tbt` in ms, `cls`.
 */
export function lighthouseReport(name, page) {
  const report = template(name);
  report.fetchTime = new Date(page.time).toISOString();
  const items = report.audits.metrics.details.items[0];
  for (const [metric, { audit: id, item }] of Object.entries(METRICS)) {
    const audit = report.audits[id];
    audit.numericValue = page[metric];
    audit.score = logNormalScore(audit.scoringOptions, page[metric]);
    audit.displayValue = displayValue(metric, page[metric]);
    items[item] = metric === 'cls' ? page.cls : Math.round(page[metric]);
  }
  const { interactive } = report.audits;
  interactive.numericValue = Math.max(interactive.numericValue, page.lcp);
  items.interactive = Math.round(interactive.numericValue);

  const { performance } = report.categories;
  const weighted = performance.auditRefs.filter(ref => ref.weight > 0);
  const total = weighted.reduce((sum, ref) => sum + ref.weight, 0);
  const score = weighted.reduce(
    (sum, ref) => sum + ref.weight * report.audits[ref.id].score,
    0,
  );
  performance.score = Math.round((100 * score) / total) / 100;
  return JSON.stringify(report);
}
