import {
  components,
  errorBudgetOf,
  readableNumber,
  SloCounter,
  SloExclusion,
  SloSpec,
  SloStatus,
  stretchesBetween,
  VerdictReason,
} from '@perf-governance/plugin-performance-common';
import { CountedSlo } from './StoredCounts';

type Schemas = components['schemas'];
type Work = Pick<Schemas['SloWork'], 'windows' | 'formulas'>;

/** How the numbers of a status came about. */
export function sloWork(
  spec: SloSpec,
  status: SloStatus,
  { exclusions, counters }: CountedSlo,
): Work {
  if (!status.parts) {
    const counter = counters.get(spec.objectives[0].name);
    return workOf(spec, status, counter, exclusions);
  }
  const parts = status.parts.map(part => {
    const { windows, formulas } = workOf(
      spec,
      part.status,
      counters.get(part.objective),
      exclusions,
    );
    const { objective } = part;
    return {
      windows: windows.map(window => ({ objective, ...window })),
      formulas: formulas.map(formula => ({ objective, ...formula })),
    };
  });
  return {
    windows: parts.flatMap(({ windows }) => windows),
    formulas: [
      ...compositeFormulas(status),
      ...parts.flatMap(({ formulas }) => formulas),
    ],
  };
}

function workOf(
  spec: SloSpec,
  status: SloStatus,
  counter: SloCounter | VerdictReason | undefined,
  exclusions: SloExclusion[],
): Work {
  const unitSeconds = counter && 'count' in counter ? counter.unitSeconds : 1;
  const knownUntil =
    counter && 'count' in counter ? counter.knownUntil : undefined;
  const unitMillis = unitSeconds * 1000;
  const at = Date.parse(status.at);
  const wholeUntil = Math.floor(at / unitMillis) * unitMillis;
  // As statuses are: what is only late by a step doesn't count as a gap.
  const burnUntil =
    knownUntil === wholeUntil - unitMillis ? knownUntil : wholeUntil;
  const windowFrom = Date.parse(status.window.from);
  const from =
    spec.timeWindow.type === 'rolling'
      ? Math.floor(windowFrom / unitMillis) * unitMillis
      : windowFrom;
  const row = (
    name: string,
    stretch: { from: number; to: number },
    counts: { good: number; total: number; coveredSeconds: number },
    burnRate?: number,
  ): Schemas['SloWorkWindow'] => {
    const bad = Math.max(counts.total - counts.good, 0);
    const counted = stretchesBetween(stretch, exclusions, unitSeconds).reduce(
      (sum, { from: start, to }) => sum + to - start,
      0,
    );
    return {
      name,
      from: new Date(stretch.from).toISOString(),
      to: new Date(stretch.to).toISOString(),
      good: counts.good,
      bad,
      total: counts.total,
      coveredSeconds: counts.coveredSeconds,
      excludedSeconds: (stretch.to - stretch.from - counted) / 1000,
      errorRate: counts.total > 0 ? bad / counts.total : undefined,
      burnRate,
    };
  };
  const until = Math.min(Date.parse(status.window.to), wholeUntil);
  return {
    windows: [
      row('window', { from, to: until }, status),
      ...status.burnRates.map(burn =>
        row(
          burn.window,
          { from: burnUntil - burn.seconds * 1000, to: burnUntil },
          burn,
          burn.rate,
        ),
      ),
    ],
    formulas: formulasOf(status),
  };
}

function formulasOf(status: SloStatus): Work['formulas'] {
  const { bad, total, target, budget, countedAs, attainment } = status;
  const formulas: Work['formulas'] = [];
  const allowedShare = errorBudgetOf(target);
  if (attainment !== undefined) {
    formulas.push({
      name: 'attainment',
      formula: `1 − bad / total = 1 − ${text(bad)} / ${text(
        total,
      )} ${countedAs}`,
      value: attainment,
    });
  }
  if (budget) {
    const of = countedAs === 'events' ? 'events' : 'slices of the whole window';
    formulas.push(
      {
        name: 'allowed',
        formula: `${of} × (1 − target) = ${text(
          budget.allowed / allowedShare,
        )} × (1 − ${text(target)})`,
        value: budget.allowed,
      },
      {
        name: 'remaining budget',
        formula: `1 − bad / allowed = 1 − ${text(bad)} / ${text(
          budget.allowed,
        )}`,
        value: budget.remainingShare,
      },
    );
  }
  for (const { window, good, total: all, rate } of status.burnRates) {
    if (rate !== undefined) {
      formulas.push({
        name: `burn rate over ${window}`,
        formula: `(bad / total) / (1 − target) = (${text(
          Math.max(all - good, 0),
        )} / ${text(all)}) / (1 − ${text(target)})`,
        value: rate,
      });
    }
  }
  return [...formulas, ...conclusions(status)];
}

/** A composite's own: its parts' by weight. */
function compositeFormulas(status: SloStatus): Work['formulas'] {
  const { parts = [], target, attainment, budget } = status;
  const weights = parts.map(({ weight }) => text(weight)).join(' + ');
  const formulas: Work['formulas'] = [
    {
      name: 'target',
      formula: `Σ weight × target / Σ weight = (${parts
        .map(part => `${text(part.weight)} × ${text(part.status.target)}`)
        .join(' + ')}) / (${weights})`,
      value: target,
    },
  ];
  if (attainment !== undefined) {
    formulas.push({
      name: 'attainment',
      formula: `Σ weight × attainment / Σ weight = (${parts
        .filter(part => part.status.attainment !== undefined)
        .map(
          part => `${text(part.weight)} × ${text(part.status.attainment ?? 0)}`,
        )
        .join(' + ')}) / (${weights})`,
      value: attainment,
    });
  }
  if (budget) {
    formulas.push({
      name: 'remaining budget',
      formula: `1 − error rate / (1 − target), error rate = Σ weight × error rate / Σ weight`,
      value: budget.remainingShare,
    });
  }
  return [...formulas, ...conclusions(status)];
}

/** What follows from the numbers above. */
function conclusions(status: SloStatus): Work['formulas'] {
  const formulas: Work['formulas'] = status.alerts.map(alert => ({
    name: `${alert.severity} alert over ${alert.longWindow} and ${alert.shortWindow}`,
    formula: `${rateText(alert.longRate)} > ${text(
      alert.factor,
    )} and ${rateText(alert.shortRate)} > ${text(alert.factor)}: ${
      alert.active ? 'active' : 'not active'
    }`,
  }));
  if (status.interval) {
    formulas.push({
      name: 'interval',
      formula: `Wilson's score interval at 95 % of ${text(
        status.good,
      )} good of ${text(status.total)}: ${text(
        status.interval.lower,
      )} to ${text(status.interval.upper)}`,
    });
  }
  if (status.secondsToExhaustion !== undefined) {
    formulas.push({
      name: 'seconds to exhaustion',
      formula: 'how long the rest of the budget lasts at the present burn rate',
      value: status.secondsToExhaustion,
    });
  }
  return formulas;
}

function rateText(rate: number | undefined): string {
  return rate === undefined ? 'unknown' : text(rate);
}

function text(value: number): string {
  return String(readableNumber(value));
}

export function exclusionToApi({
  from,
  to,
  adjustmentId,
}: SloExclusion): Schemas['SloExclusion'] {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    adjustmentId,
  };
}
