import { Waiver } from '@perf-governance/plugin-performance-react';

/** What a waiver is about, without its entity: `checkout · Journey response time`. */
export function waiverTitle(waiver: Pick<Waiver, 'title' | 'labels'>): string {
  return [...Object.values(waiver.labels), waiver.title].join(' · ');
}
