import { EffectiveLimit, VerdictReason, VerdictState } from '../model';
import { statisticOf } from '../statistics';
import { holds } from './boundOrder';
import { BudgetRule } from './budgetRules';
import { Force } from './EnforcementPlan';
import { FoundEvidence } from './findEvidence';
import { formatAge } from './formatAge';
import { GovernanceIndex } from './GovernanceIndex';
import { instantOf } from './instantOf';
import { limitsAround } from './limitsFor';
import { RuleSubject } from './listSubjects';
import { RuleLimits } from './ruleLimits';

/** What a subject was judged. */
export interface Outcome {
  state: VerdictState;
  reason?: VerdictReason;
  value?: number;
}

/** Under what a subject is judged. */
interface Judging {
  subject: RuleSubject;
  force: Force;
  governance: GovernanceIndex;
  /** Milliseconds. */
  now: number;
}

type FoundSeries = Extract<FoundEvidence, { reason?: undefined }>;

const TOO_FEW_SAMPLES = 'too-few-samples';

/**
 * Judges what a run holds of a subject. What fails by the limits and samples that outer layers ask for fails whatever
 * inner ones ask for, and as long as the most patient of the layers that it fails by lets it: asking for more or
 * newer evidence hides no failure.
 *
 * @param limits - What all layers ask for together.
 * @returns with the limits in force, whose age may be another one for what fails.
 */
export function judgeRunSeries(
  rule: BudgetRule,
  found: FoundSeries,
  limits: RuleLimits,
  { subject, force, governance, now }: Judging,
): { outcome: Outcome; limits: RuleLimits } {
  const { limit } = limits;
  const own = judgeSeries(rule, limit, found);
  const mayFail = own.state === 'fail' || own.reason?.code === TOO_FEW_SAMPLES;
  if (!mayFail || (own.state === 'fail' && !limit.maxAgeSeconds)) {
    return { outcome: tooOld(limit, found, now) ?? own, limits };
  }
  let failure = own.state === 'fail' ? own : undefined;
  let age = failure && limit;
  for (const outer of limitsAround(rule, subject, force, governance)) {
    const outcome = judgeSeries(rule, outer, found);
    if (outcome.state === 'fail') {
      failure ??= outcome;
      age = age ? morePatient(age, outer) : outer;
    }
  }
  const inForce = age ? withAgeOf(limits, age) : limits;
  return {
    outcome: tooOld(inForce.limit, found, now) ?? failure ?? own,
    limits: inForce,
  };
}

/** Whatever its age. */
function judgeSeries(
  rule: BudgetRule,
  limit: EffectiveLimit,
  { series, quantilesMissing }: FoundSeries,
): Outcome {
  const { minSamples } = limit;
  if (
    minSamples &&
    !(series.count !== undefined && series.count >= minSamples.value)
  ) {
    return noData(
      TOO_FEW_SAMPLES,
      series.count === undefined
        ? `The report doesn’t say how many samples it holds; ${minSamples.value} are needed.`
        : `The run holds ${series.count} samples; ${minSamples.value} are needed.`,
    );
  }
  if (rule.statistic !== 'count' && series.unit !== rule.unit) {
    return noData(
      'not-comparable',
      `The run holds ${rule.metric.name} in ${series.unit}, the limit is in ${rule.unit}.`,
    );
  }
  const result = statisticOf(series, rule.statistic);
  if (result.reason !== undefined) {
    return noData('missing-statistic', quantilesMissing ?? result.reason);
  }
  return { state: compareWithLimit(limit, result.value), value: result.value };
}

function tooOld(
  { maxAgeSeconds }: EffectiveLimit,
  { run }: FoundSeries,
  now: number,
): Outcome | undefined {
  if (!maxAgeSeconds) {
    return undefined;
  }
  const ageSeconds = (now - instantOf(run.endedAt)) / 1000;
  return ageSeconds > maxAgeSeconds.value
    ? noData(
        'too-old',
        `The newest evidence is ${formatAge(
          ageSeconds,
        )} old; at most ${formatAge(maxAgeSeconds.value)} are allowed.`,
      )
    : undefined;
}

function morePatient(a: EffectiveLimit, b: EffectiveLimit): EffectiveLimit {
  return (b.maxAgeSeconds?.value ?? Infinity) >
    (a.maxAgeSeconds?.value ?? Infinity)
    ? b
    : a;
}

const limitsWithAge = new WeakMap<
  EffectiveLimit,
  WeakMap<EffectiveLimit, RuleLimits>
>();

/** The same objects for the same limits, as they are where nothing is replaced. */
function withAgeOf(limits: RuleLimits, age: EffectiveLimit): RuleLimits {
  const { maxAgeSeconds, ...others } = limits.limit;
  if (maxAgeSeconds?.value === age.maxAgeSeconds?.value) {
    return limits;
  }
  let byAge = limitsWithAge.get(limits.limit);
  if (!byAge) {
    byAge = new WeakMap();
    limitsWithAge.set(limits.limit, byAge);
  }
  let replaced = byAge.get(age);
  if (!replaced) {
    const limit = age.maxAgeSeconds
      ? { ...others, maxAgeSeconds: age.maxAgeSeconds }
      : others;
    replaced = { ...limits, limit: Object.freeze(limit) };
    byAge.set(age, replaced);
  }
  return replaced;
}

/** Warn and fail limits alone. */
export function compareWithLimit(
  limit: EffectiveLimit,
  value: number,
): VerdictState {
  if (limit.fail && !holds(limit.fail, value)) {
    return 'fail';
  }
  return limit.warn && !holds(limit.warn, value) ? 'warn' : 'pass';
}

function noData(code: string, message: string): Outcome {
  return { state: 'no-data', reason: { code, message } };
}
