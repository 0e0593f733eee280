import {
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  FINDING_STATUSES,
  FindingStatus,
  isFindingOpen,
  RISK_GRADES,
  RISK_LEVELS,
  RiskLevel,
  riskOf,
} from '@perf-governance/plugin-performance-common';

const DAY_MS = 24 * 60 * 60 * 1000;

const TITLES = [
  'Calls to the bank have no timeout',
  'N+1 queries when a basket is shown',
  'Sessions live in the memory of one instance',
  'Retries without backoff multiply the load',
  'The pool of connections is smaller than the pool of threads',
];
const SENTENCES = [
  'When the other side is slow, every thread ends up waiting for it, and requests that have nothing to do with it are turned away.',
  'It was seen in the load test of last spring, in which the 95th percentile rose from 180 ms to 2.4 s at 300 requests a second.',
  'The dashboards show averages only, so nobody noticed before customers did.',
  'Each page asks the database once for each item, which nobody sees with the three items of the test data.',
  'A cache in front of it would answer nine in ten of these requests.',
];
/** One finding in this many says it. */
export const RARE_WORD = { word: 'stampede', every: 500 };

const STATUSES: readonly FindingStatus[] = [
  ...Array<FindingStatus>(9).fill('open'),
  ...Array<FindingStatus>(4).fill('in-progress'),
  ...FINDING_STATUSES.filter(
    status => status !== 'open' && status !== 'in-progress',
  ),
  'verified',
  'verified',
];

/** A finding of the benchmark, by its place among all of them. */
export function benchFinding(index: number) {
  const among = <T>(values: readonly T[], salt: number): T =>
    values[mixed(index, salt) % values.length];
  const severity = among(RISK_GRADES, 1);
  const likelihood = among(RISK_GRADES, 2);
  const isRare = index % RARE_WORD.every === 0;
  return {
    title: `${among(TITLES, 3)} (${index})`,
    description: [
      ...SENTENCES.map((_, place) => SENTENCES[(index + place) % 5]),
      ...(isRare ? [`A ${RARE_WORD.word} follows when it expires.`] : []),
    ].join(' '),
    recommendation: among(SENTENCES, 4),
    category: among(FINDING_CATEGORIES, 5),
    severity,
    likelihood,
    risk: riskOf(severity, likelihood),
    effort: among([undefined, ...FINDING_EFFORTS], 6),
    owner:
      mixed(index, 7) % 4 === 0
        ? undefined
        : `group:default/team-${mixed(index, 8) % 10}`,
    status: among(STATUSES, 9),
    /** Days from now, if it is due at all. */
    due:
      mixed(index, 10) % 3 === 0 ? undefined : (mixed(index, 11) % 400) - 200,
    /** Days before now. */
    age: mixed(index, 12) % 700,
  };
}

/** Any whole number, always the same; neighbours have nothing in common. */
function mixed(index: number, salt: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca77);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** What comes out of so many findings, by plain arithmetic. */
export function benchFindingCounts(count: number) {
  const statuses: Record<string, number> = {};
  const risks: Partial<Record<RiskLevel, number>> = {};
  let open = 0;
  let overdue = 0;
  for (let index = 0; index < count; index++) {
    const finding = benchFinding(index);
    statuses[finding.status] = (statuses[finding.status] ?? 0) + 1;
    if (isFindingOpen(finding)) {
      open += 1;
      risks[finding.risk] = (risks[finding.risk] ?? 0) + 1;
      overdue += finding.due !== undefined && finding.due < 0 ? 1 : 0;
    }
  }
  return {
    statuses,
    open,
    overdue,
    /** Of those that are open. */
    risks: RISK_LEVELS.map(risk => risks[risk] ?? 0),
    /** With the rare word, whatever has become of them. */
    rare: Math.ceil(count / RARE_WORD.every),
  };
}

export function dayOf(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
