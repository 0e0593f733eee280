import { getMetric } from '@perf-governance/plugin-performance-common';
import { RunVerdict } from '../api';

/** Web vitals are known by their initials rather than their names. */
const INITIALS: Record<string, string> = {
  'web.lcp': 'LCP',
  'web.inp': 'INP',
  'web.cls': 'CLS',
  'web.fcp': 'FCP',
  'web.ttfb': 'TTFB',
  'web.tbt': 'TBT',
  'web.si': 'Speed Index',
};

/**
 * A metric's name inside a sentence: `response time`, `LCP`.
 *
 * @public
 */
export function metricWords(metricName: string): string {
  const title =
    INITIALS[metricName] ?? getMetric(metricName)?.title ?? metricName;
  return /^[A-Z][a-z]/.test(title) && !/\s[A-Z]/.test(title)
    ? title[0].toLowerCase() + title.slice(1)
    : title;
}

/**
 * A statistic of a metric: `p95 response time`, `failed requests`.
 *
 * @public
 */
export function statisticWords(statistic: string, metricName: string): string {
  const unspoken = new Set(['ratio', 'rate']);
  const words = metricWords(metricName);
  return unspoken.has(statistic) ? words : `${statistic} ${words}`;
}

/**
 * What a verdict is about, without its entity: `checkout · p95 response time`, or a check's title.
 *
 * @public
 */
export function describeRule(
  verdict: Pick<RunVerdict, 'subject'> & {
    title?: string;
    statistic?: string;
    metric?: string;
  },
): string {
  if (verdict.statistic === undefined || verdict.metric === undefined) {
    return verdict.title ?? '';
  }
  const labels = Object.values(verdict.subject.labels).map(value =>
    value === '*' ? 'any' : value,
  );
  const words = statisticWords(verdict.statistic, verdict.metric);
  return labels.length > 0 || /^p\d/.test(words)
    ? [...labels, words].join(' · ')
    : words[0].toUpperCase() + words.slice(1);
}
