import {
  EvidenceSeries,
  JOURNEY_LABEL,
  Labels,
  OTHER_LABEL_VALUE,
  RunFact,
  VerdictReason,
} from '../model';
import { mergeSeries } from '../statistics';
import { BudgetRule } from './budgetRules';
import { EntityRules } from './entityRules';
import { EvidenceIndex, RunSeries } from './EvidenceIndex';
import { JourneyMatcher, LabelPattern, matchesPattern } from './journeys';
import { formatLabels, labelsMatch, labelValue } from './labels';
import { RuleSubject } from './listSubjects';

/** The series a subject is judged by, or why there is none. */
export type FoundEvidence =
  | {
      run: RunFact;
      series: Omit<EvidenceSeries, 'runId'>;
      quantilesMissing?: string;
      reason?: undefined;
    }
  | { run?: RunFact; reason: VerdictReason };

type Selection =
  | { series: EvidenceSeries[]; merged?: undefined }
  /** Part of what is wanted may be in the series of label values that were merged away. */
  | { merged: true };

/** Finds the newest run that holds what a subject is about, and merges its series into one. */
export function findEvidence(
  rule: BudgetRule,
  subject: RuleSubject,
  rules: EntityRules,
  index: EvidenceIndex,
): FoundEvidence {
  const runs = index.runsWith(subject.environment, rule.metric.name);
  for (const runSeries of runs) {
    const exact = runSeries.withLabels(subject.labelsKey);
    if (exact && !hasMergedLabel(subject.labels)) {
      return { run: runSeries.run, series: exact };
    }
    const selection: Selection | undefined = exact
      ? { merged: true }
      : selectSeries(runSeries, subject.labels, rules.journeys);
    if (selection?.merged) {
      return {
        run: runSeries.run,
        reason: {
          code: 'labels-merged',
          message: `The run has more label values than are kept apart; ${describe(
            subject.labels,
          )} may be among those merged into “${OTHER_LABEL_VALUE}”.`,
        },
      };
    }
    if (selection?.series.length === 1) {
      // As it is: its raw values may have to be read first, which most verdicts need not.
      return { run: runSeries.run, series: selection.series[0] };
    }
    if (selection) {
      const { series, quantilesMissing } = mergeSeries(selection.series, {
        metric: rule.metric.name,
        unit: selection.series[0].unit,
        labels: subject.labels,
      });
      return { run: runSeries.run, series, quantilesMissing };
    }
  }
  return { reason: absence(rule, subject, runs.length > 0, index) };
}

function absence(
  rule: BudgetRule,
  { environment, labels }: RuleSubject,
  metricSeen: boolean,
  index: EvidenceIndex,
): VerdictReason {
  if (environment === '*') {
    return { code: 'no-run', message: 'No run has been uploaded yet.' };
  }
  if (!index.environments.includes(environment)) {
    return {
      code: 'missing-environment',
      message: `No run from the environment ${environment} has been uploaded yet.`,
    };
  }
  if (!index.hasRuns(environment)) {
    return {
      code: 'no-run',
      message: `No run from ${environment} can serve as evidence.`,
    };
  }
  if (!metricSeen) {
    return {
      code: 'missing-metric',
      message: `No run from ${environment} holds ${rule.metric.name}.`,
    };
  }
  const journey = labels[JOURNEY_LABEL];
  if (journey !== undefined) {
    return {
      code: 'missing-journey',
      message:
        journey === '*'
          ? `No run from ${environment} names a journey, and no Journey is defined.`
          : `No run from ${environment} holds ${rule.metric.name} of the journey ${journey}.`,
    };
  }
  return {
    code: 'missing-labels',
    message: `No run from ${environment} holds ${
      rule.metric.name
    } with ${describe(labels)}.`,
  };
}

function hasMergedLabel(labels: Labels): boolean {
  for (const name in labels) {
    if (labels[name] === OTHER_LABEL_VALUE) {
      return true;
    }
  }
  return false;
}

function describe(labels: Labels): string {
  return formatLabels(labels) || 'no labels';
}

/**
 * Of a run without a series of exactly these labels.
 *
 * @returns `undefined` if the run holds nothing of the kind.
 */
function selectSeries(
  runSeries: RunSeries,
  labels: Labels,
  journeys: Map<string, JourneyMatcher>,
): Selection | undefined {
  const own = selectPartition(runSeries, labels);
  const journey = labels[JOURNEY_LABEL];
  if (own || journey === undefined) {
    return own;
  }
  const matcher = journeys.get(journey);
  return matcher && selectJourney(runSeries, labels, matcher);
}

/** The series of all the values of other labels: with the fewest names, so that none overlap. */
function selectPartition(
  runSeries: RunSeries,
  labels: Labels,
  pattern?: LabelPattern,
): Selection | undefined {
  const partitions = new Map<string, EvidenceSeries[]>();
  const hiding = new Set<string>();
  for (const series of runSeries.series) {
    if (
      labelsMatch(series.labels, labels) &&
      (!pattern || matchesPattern(pattern, series.labels))
    ) {
      const names = namesOf(series.labels);
      const partition = partitions.get(names);
      if (partition) {
        partition.push(series);
      } else {
        partitions.set(names, [series]);
      }
    } else if (mayHide(series.labels, labels, pattern)) {
      hiding.add(namesOf(series.labels));
    }
  }
  const [names] = [...partitions.keys()].sort(
    (a, b) => nameCount(a) - nameCount(b) || (a < b ? -1 : 1),
  );
  const series = names === undefined ? undefined : partitions.get(names);
  if (!series) {
    return hiding.size > 0 ? { merged: true } : undefined;
  }
  return hiding.has(names) && !isDetermined(names, labels, pattern)
    ? { merged: true }
    : { series };
}

/** Whether labels and a pattern leave nothing open, so that the series found is all there is. */
function isDetermined(
  names: string,
  labels: Labels,
  pattern?: LabelPattern,
): boolean {
  const fixed = new Set(Object.keys(labels));
  for (const { name, wildcard } of pattern?.tests ?? []) {
    if (wildcard) {
      return false;
    }
    fixed.add(name);
  }
  return fixed.size === nameCount(names);
}

function namesOf(labels: Labels): string {
  return Object.keys(labels).sort().join('\0');
}

function nameCount(names: string): number {
  return names === '' ? 0 : names.split('\0').length;
}

/** Whether a series of merged label values may hold some of what is wanted. */
function mayHide(
  labels: Labels,
  wanted: Labels,
  pattern?: LabelPattern,
): boolean {
  let hides = false;
  for (const [name, wantedValue] of Object.entries(wanted)) {
    const value = labelValue(labels, name);
    if (value === OTHER_LABEL_VALUE) {
      hides = true;
    } else if (value !== wantedValue) {
      return false;
    }
  }
  for (const { name, test } of pattern?.tests ?? []) {
    const value = labelValue(labels, name);
    if (value === OTHER_LABEL_VALUE) {
      hides = true;
    } else if (value === undefined || !test(value)) {
      return false;
    }
  }
  return hides;
}

function selectJourney(
  runSeries: RunSeries,
  labels: Labels,
  matcher: JourneyMatcher,
): Selection | undefined {
  const { [JOURNEY_LABEL]: _, ...rest } = labels;
  const found = new Set<EvidenceSeries>();
  for (const pattern of matcher.compiled) {
    const selection = selectPartition(runSeries, rest, pattern);
    if (selection?.merged) {
      return selection;
    }
    for (const series of selection?.series ?? []) {
      found.add(series);
    }
  }
  return found.size === 0 ? undefined : { series: [...found] };
}
