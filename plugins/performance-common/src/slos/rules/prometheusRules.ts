import { SloSpec } from '../../model';
import { BurnWindowPair, burnWindows } from '../burnWindows';
import { errorBudgetOf } from '../errorBudgetOf';
import { exactly } from '../exactly';
import { sloDurationSeconds } from '../sloDurationSeconds';
import { alertAnnotations } from './alertAnnotations';
import {
  PrometheusRule,
  PrometheusRuleGroup,
  PrometheusRuleOmission,
} from './PrometheusRule';
import { range, recorded } from './promQl';
import {
  burnRecord,
  ENOUGH_EVENTS,
  REMAINING,
  WINDOW_ERRORS,
  WINDOW_EVENTS,
} from './recordNames';
import {
  ruleSubjects,
  RuleSubject,
  RuleSubjects,
  whoseRules,
} from './ruleSubjects';
import { entityRefOf, SloOfEntity } from './slosOfEntities';

/** Expressions over whole windows are costly, and move slowly. */
const BUDGET_INTERVAL = '5m';

/**
 * Rules by which Prometheus itself sees the alerts and spent budgets that `evaluateSlo` sees, and what
 * can't be written as such.
 *
 * @param slos - Of different names, or different entities.
 * @public
 */
export function prometheusRules(slos: readonly SloOfEntity[]): {
  groups: PrometheusRuleGroup[];
  omissions: PrometheusRuleOmission[];
} {
  const groups: PrometheusRuleGroup[] = [];
  const omissions: PrometheusRuleOmission[] = [];
  for (const one of slos) {
    const { spec } = one.slo;
    const subjects = ruleSubjects(one, omissions);
    const name = ['slo', one.slo.metadata.name, entityRefOf(one)]
      .filter(Boolean)
      .join('-');
    const rules = [
      ...burnRecords(spec, [...subjects.parts, ...subjects.judged]),
      ...subjects.judged.flatMap(subject =>
        burnAlerts(one, subject, omissions),
      ),
    ];
    if (rules.length > 0) {
      groups.push({ name, rules });
    }
    const budgetRules = spentRules(one, subjects, omissions);
    if (budgetRules.length > 0) {
      groups.push({
        name: `${name}-budget`,
        interval: BUDGET_INTERVAL,
        rules: budgetRules,
      });
    }
  }
  return { groups, omissions };
}

/** Pairs whose windows hold at least one of what is counted. */
function computedPairs(spec: SloSpec, unitSeconds: number): BurnWindowPair[] {
  return burnWindows(spec.timeWindow).filter(
    ({ shortSeconds }) => unitSeconds <= shortSeconds,
  );
}

/** Parts before the whole, which is made of them. */
function burnRecords(spec: SloSpec, subjects: RuleSubject[]): PrometheusRule[] {
  return subjects.flatMap(({ labels, unitSeconds, errorRatio }) => {
    const windows = computedPairs(spec, unitSeconds).flatMap(
      ({ shortSeconds, longSeconds }) => [shortSeconds, longSeconds],
    );
    return [...new Set(windows)]
      .sort((a, b) => a - b)
      .map(seconds => ({
        record: burnRecord(seconds),
        expr: errorRatio(seconds),
        labels: withoutEmpty(labels),
      }));
  });
}

function burnAlerts(
  one: SloOfEntity,
  { labels, target, unitSeconds }: RuleSubject,
  omissions: PrometheusRuleOmission[],
): PrometheusRule[] {
  const { spec } = one.slo;
  const pairs = computedPairs(spec, unitSeconds);
  for (const { longWindow, shortWindow } of burnWindows(spec.timeWindow)) {
    if (!pairs.some(pair => pair.longWindow === longWindow)) {
      omissions.push({
        ...whoseRules(one, labels.objective),
        message: `its alert over ${longWindow} and ${shortWindow}: what it counts is ${range(
          unitSeconds,
        )} long`,
      });
    }
  }
  return pairs.map(
    ({ severity, factor, longSeconds, shortSeconds, ...windows }) => {
      const limit = exactly(factor * errorBudgetOf(target));
      const over = (seconds: number) =>
        `${recorded(burnRecord(seconds), labels)} > ${limit}`;
      return {
        alert: 'SloErrorBudgetBurn',
        expr: `${over(longSeconds)} and ${over(shortSeconds)}`,
        labels: {
          ...withoutEmpty(labels),
          severity,
          long_window: windows.longWindow,
          short_window: windows.shortWindow,
        },
        annotations: alertAnnotations(
          one,
          labels.objective,
          `burns its error budget more than ${factor} times too fast`,
          `Over ${windows.longWindow} and ${windows.shortWindow}, more than ${limit} of what counts is bad.`,
        ),
      };
    },
  );
}

function spentRules(
  one: SloOfEntity,
  { judged, parts }: RuleSubjects,
  omissions: PrometheusRuleOmission[],
): PrometheusRule[] {
  if (judged.length === 0) {
    return [];
  }
  const { timeWindow } = one.slo.spec;
  const { unit } = timeWindow.duration;
  if (
    timeWindow.type === 'calendar' ||
    ['month', 'quarter', 'year'].includes(unit)
  ) {
    omissions.push({
      ...whoseRules(one, undefined),
      message: `its alert on a spent budget: ${
        timeWindow.type === 'calendar'
          ? 'PromQL knows no windows of the calendar'
          : `a ${unit} has no fixed length in PromQL`
      }`,
    });
    return [];
  }
  const seconds = sloDurationSeconds(timeWindow.duration);
  return [
    ...[...parts, ...judged].flatMap((subject): PrometheusRule[] => {
      const { target, budgetedErrorRatio, events, enough } = subject;
      const labels = withoutEmpty(subject.labels);
      return [
        { record: WINDOW_ERRORS, expr: budgetedErrorRatio(seconds), labels },
        ...(events
          ? [{ record: WINDOW_EVENTS, expr: events(seconds), labels }]
          : []),
        ...(enough ? [{ record: ENOUGH_EVENTS, expr: enough, labels }] : []),
        {
          record: REMAINING,
          expr: `1 - ${recorded(
            WINDOW_ERRORS,
            subject.labels,
          )} / ${errorBudgetOf(target)}`,
          labels,
        },
      ];
    }),
    ...judged.map(({ labels, judgedBy }) => ({
      alert: 'SloErrorBudgetSpent',
      expr: [
        `${recorded(REMAINING, labels)} < 0`,
        ...judgedBy.map(whose => recorded(ENOUGH_EVENTS, whose)),
      ].join(' and on () '),
      labels: { ...withoutEmpty(labels), severity: 'ticket' },
      annotations: alertAnnotations(
        one,
        labels.objective,
        'has overspent its error budget',
        'Of the budget of the window, {{ $value | humanizePercentage }} is left.',
      ),
    })),
  ];
}

/** Labels as they are recorded: an empty one is the same as none. */
function withoutEmpty(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(([, value]) => value !== ''),
  );
}
