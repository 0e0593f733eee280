import {
  BudgetVerdict,
  Enforcement,
  EntityFacts,
  Evaluation,
  Evidence,
  EvidenceSeries,
  NotJudged,
  RunFact,
  Verdict,
  VerdictReason,
  VerdictState,
} from '../model';
import { statisticOf } from '../statistics';
import { holds } from './boundOrder';
import { BudgetRule, EntityRules } from './entityRules';
import { EvidenceIndex } from './EvidenceIndex';
import { findEvidence } from './findEvidence';
import { listSubjects, RuleSubject } from './listSubjects';
import { resolveLimits } from './resolveLimits';
import { formatAge } from './formatAge';

const DEFAULT_MAX_SUBJECTS = 50;
const DEFAULT_CONFIRM = 2;
const NOT_JUDGED_EXAMPLES = 10;

/** Of a budget that no policy is about. */
const DEFAULT_ENFORCEMENT: Enforcement = Object.freeze({
  stage: 'block',
  requireEvidence: true,
  story: [],
});

/**
 * Judges one entity by facts, under rules resolved before.
 *
 * @public
 */
export function judge(
  rules: EntityRules,
  facts: EntityFacts,
  options: { maxSubjects?: number } = {},
): Evaluation {
  const { maxSubjects = DEFAULT_MAX_SUBJECTS } = options;
  const index = new EvidenceIndex(facts);
  const now = Date.parse(facts.now);
  const verdicts: Verdict[] = [];
  const notJudged: NotJudged[] = [];
  for (const rule of rules.budgets) {
    const subjects = listSubjects(rule, rules, index);
    for (const subject of subjects.slice(0, maxSubjects)) {
      verdicts.push(judgeSubject(rule, subject, rules, index, now));
    }
    if (subjects.length > maxSubjects) {
      notJudged.push({
        ruleId: rule.ruleId,
        count: subjects.length - maxSubjects,
        examples: subjects
          .slice(maxSubjects, maxSubjects + NOT_JUDGED_EXAMPLES)
          .map(({ subject }) => subject.labels),
      });
    }
  }
  return { verdicts, notJudged, scorecards: [] };
}

type Outcome = Pick<Verdict, 'state' | 'reason' | 'value' | 'evidence'>;

function judgeSubject(
  rule: BudgetRule,
  { subject, members, exemption }: RuleSubject,
  rules: EntityRules,
  index: EvidenceIndex,
  now: number,
): BudgetVerdict {
  const common = {
    ruleId: rule.ruleId,
    kind: 'budget' as const,
    metric: rule.metric.name,
    statistic: rule.statistic,
    unit: rule.unit,
    area: rule.metric.area,
    subject,
    enforcement: DEFAULT_ENFORCEMENT,
  };
  if (members.length === 0) {
    const exempting = rule.members.find(
      member => member.exemption === exemption,
    );
    const { name, title } = (exempting ?? rule.members[0]).definition.metadata;
    return {
      ...common,
      definitionName: name,
      title: title ?? name,
      state: 'not-applicable',
      reason: { code: 'exempt', message: exemption ?? '' },
      limit: {},
      story: [],
      confirm: DEFAULT_CONFIRM,
    };
  }
  const { limit, story, setBy } = resolveLimits(
    members.map(member => member.definition),
  );
  const verdict = {
    ...common,
    definitionName: setBy.metadata.name,
    title: setBy.metadata.title ?? setBy.metadata.name,
    limit,
    story,
    confirm: setBy.spec.confirm ?? DEFAULT_CONFIRM,
  };
  const found = findEvidence(rule, subject, rules, index);
  if (found.reason) {
    return {
      ...verdict,
      ...noData(found.reason.code, found.reason.message),
      ...(found.run && { evidence: evidenceOf(found.run) }),
    };
  }
  const evidence = evidenceOf(found.run, found.series);
  return {
    ...verdict,
    ...judgeEvidence(rule, limit, found, evidence, now),
    evidence,
  };
}

function judgeEvidence(
  rule: BudgetRule,
  limit: Verdict['limit'],
  found: {
    series: Omit<EvidenceSeries, 'runId'>;
    quantilesMissing?: string;
  },
  evidence: Evidence,
  now: number,
): Outcome {
  const { series } = found;
  const { maxAgeSeconds, minSamples } = limit;
  const ageSeconds = (now - Date.parse(evidence.endedAt)) / 1000;
  if (maxAgeSeconds && ageSeconds > maxAgeSeconds.value) {
    return noData(
      'too-old',
      `The newest evidence is ${formatAge(ageSeconds)} old; at most ${formatAge(
        maxAgeSeconds.value,
      )} are allowed.`,
    );
  }
  if (
    minSamples &&
    !(series.count !== undefined && series.count >= minSamples.value)
  ) {
    return noData(
      'too-few-samples',
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
    return noData('missing-statistic', found.quantilesMissing ?? result.reason);
  }
  return { state: compare(limit, result.value), value: result.value };
}

function compare(limit: Verdict['limit'], value: number): VerdictState {
  if (limit.fail && !holds(limit.fail, value)) {
    return 'fail';
  }
  return limit.warn && !holds(limit.warn, value) ? 'warn' : 'pass';
}

function noData(
  code: string,
  message: string,
): { state: 'no-data'; reason: VerdictReason } {
  return { state: 'no-data', reason: { code, message } };
}

function evidenceOf(
  run: RunFact,
  series?: Omit<EvidenceSeries, 'runId'>,
): Evidence {
  return {
    runId: run.runId,
    tool: run.tool,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    samples: series?.count,
    quantileMethod: series?.quantileMethod ?? 'none',
    commit: run.commit,
    branch: run.branch,
  };
}
