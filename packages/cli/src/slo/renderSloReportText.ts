import {
  SloBurnAlert,
  SloBurnRate,
  SloDefinition,
  SloTimeWindow,
} from '@perf-governance/plugin-performance-common';
import { alignColumns, Column } from '../render/alignColumns';
import { formatState } from '../render/stateWords';
import { toOneLine } from '../render/toOneLine';
import { Palette } from '../terminal/Palette';
import { formatSpan } from './formatSpan';
import { ObjectiveReport } from './ObjectiveReport';
import { Samples } from './readSamples';

const BURN_COLUMNS: Column[] = [
  { title: 'WINDOW' },
  { title: 'BURN RATE', align: 'right' },
  { title: 'BAD', align: 'right' },
  { title: 'OF', align: 'right' },
  { title: 'COVERED', align: 'right' },
];

const ALERT_COLUMNS: Column[] = [
  { title: 'ALERT' },
  { title: 'WINDOWS' },
  { title: 'OVER', align: 'right' },
  { title: 'LONG', align: 'right' },
  { title: 'SHORT', align: 'right' },
  { title: '' },
];

/** How an SLO stands, on a terminal. */
export function renderSloReportText(
  definition: SloDefinition,
  reports: ObjectiveReport[],
  options: { samples: Samples; palette: Palette },
): string {
  const { samples, palette } = options;
  return reports
    .map(
      report =>
        `${[
          ...headLines(definition, report, samples, palette),
          '',
          ...budgetLines(report, palette),
          ...partLines(definition, report, palette),
          ...burnLines(report, palette),
        ].join('\n')}\n`,
    )
    .join('\n');
}

function headLines(
  { metadata, spec }: SloDefinition,
  report: ObjectiveReport,
  samples: Samples,
  palette: Palette,
): string[] {
  const { definition, objective, target, countedAs, window } = report;
  const name =
    objective !== undefined && spec.objectives.length > 1
      ? `${definition}, ${objective}`
      : definition;
  return [
    `${palette.strong(formatState(report.state, palette))}  ${palette.strong(
      toOneLine(metadata.title ?? name),
    )}  ${percent(target)} good ${countedAs} over ${describeWindow(
      spec.timeWindow,
    )}`,
    palette.faint(
      [
        samples.files.join(', '),
        `${time(window.from)} to ${time(window.to)}`,
        `as of ${time(report.at)}`,
        `${share(report.coverage)} covered`,
      ].join(' · '),
    ),
    ...(report.reason ? [toOneLine(report.reason.message)] : []),
  ];
}

function budgetLines(report: ObjectiveReport, palette: Palette): string[] {
  const { attainment, budget, bad, good, total, countedAs, interval } = report;
  const rows: [label: string, value: string, detail: string][] = [];
  if (attainment !== undefined) {
    rows.push([
      'Attainment',
      attainmentText(attainment),
      `${count(good)} of ${count(total)} ${countedAs} good`,
    ]);
  }
  if (interval) {
    rows.push([
      'Interval',
      `${percent(interval.lower)} to ${percent(interval.upper)}`,
      'of 95 % confidence: there are few events',
    ]);
  }
  if (budget) {
    const { remainingShare, allowed, allowedMinutes = 0 } = budget;
    const left =
      remainingShare < 0
        ? palette.bad(`overspent by ${share(-remainingShare)}`)
        : `${share(remainingShare)} left`;
    rows.push([
      'Error budget',
      left,
      `${count(bad)} of ${count(
        allowed,
      )} bad ${countedAs} spent; the whole is ${formatSpan(
        allowedMinutes * 60,
      )} of outage`,
    ]);
  }
  if (report.secondsToExhaustion) {
    rows.push([
      'Lasts',
      formatSpan(report.secondsToExhaustion),
      'if errors go on as they do',
    ]);
  }
  return alignColumns(
    [{ title: '' }, { title: '' }, { title: '' }],
    rows.map(([label, value, detail]) => [
      label,
      palette.strong(value),
      palette.faint(detail),
    ]),
  ).slice(1);
}

function partLines(
  { spec }: SloDefinition,
  { parts }: ObjectiveReport,
  palette: Palette,
): string[] {
  const titleOf = (name: string) =>
    spec.objectives.find(objective => objective.name === name)?.title ?? name;
  return parts
    ? [
        '',
        ...alignColumns(
          [
            { title: 'PART' },
            { title: 'STATE' },
            { title: 'WEIGHT', align: 'right' },
            { title: 'ATTAINMENT', align: 'right' },
            { title: 'TARGET', align: 'right' },
          ],
          parts.map(({ objective, weight, status }) => [
            toOneLine(titleOf(objective)),
            formatState(status.state, palette),
            String(weight),
            status.attainment === undefined
              ? '–'
              : attainmentText(status.attainment),
            percent(status.target),
          ]),
          title => palette.faint(title),
        ),
      ]
    : [];
}

function burnLines(
  { burnRates, alerts }: ObjectiveReport,
  palette: Palette,
): string[] {
  const faint = (title: string) => palette.faint(title);
  return [
    ...(burnRates.length > 0
      ? ['', ...alignColumns(BURN_COLUMNS, burnRates.map(burnRow), faint)]
      : []),
    ...(alerts.length > 0
      ? [
          '',
          ...alignColumns(
            ALERT_COLUMNS,
            alerts.map(alert => alertRow(alert, palette)),
            faint,
          ),
        ]
      : []),
  ];
}

function burnRow(burnRate: SloBurnRate): string[] {
  const { window, rate, total, good, coveredSeconds, seconds } = burnRate;
  return [
    window,
    rateText(rate),
    count(Math.max(total - good, 0)),
    count(total),
    share(Math.min(coveredSeconds / seconds, 1)),
  ];
}

function alertRow(alert: SloBurnAlert, palette: Palette): string[] {
  const { severity, active, longWindow, shortWindow, factor, reason } = alert;
  return [
    active ? palette.bad(`▲ ${severity}`) : palette.faint(`– ${severity}`),
    `${longWindow} and ${shortWindow}`,
    rateText(factor),
    rateText(alert.longRate),
    rateText(alert.shortRate),
    reason ? palette.faint(toOneLine(reason.message)) : '',
  ];
}

function describeWindow(timeWindow: SloTimeWindow): string {
  const { count: length, unit } = timeWindow.duration;
  return timeWindow.type === 'rolling'
    ? `${length} ${unit}${length === 1 ? '' : 's'}`
    : `the calendar ${length === 1 ? unit : `${length} ${unit}s`} in ${
        timeWindow.timeZone
      }`;
}

function time(iso: string): string {
  return iso.replace('T', ' ').replace(/(:00)?\.000Z$/, ' UTC');
}

function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(6))} %`;
}

/** Never rounded up to all. */
function attainmentText(ratio: number): string {
  const rounded = percent(ratio);
  return ratio < 1 && rounded === '100 %' ? '< 100 %' : rounded;
}

/** To a tenth of a percent. */
function share(ratio: number): string {
  return `${(ratio * 100).toLocaleString('en', {
    maximumFractionDigits: 1,
  })} %`;
}

/** Two digits tell a speed below 1 from others: `0.47×`, `14.4×`. */
function rateText(rate: number | undefined): string {
  return rate === undefined
    ? '–'
    : `${rate.toLocaleString(
        'en',
        rate < 1
          ? { maximumSignificantDigits: 2 }
          : { maximumFractionDigits: 2 },
      )}×`;
}
