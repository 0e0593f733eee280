import {
  BudgetVerdict,
  EntityFacts,
  Evaluation,
  NotJudged,
  Verdict,
} from '../model';
import { BudgetRule } from './budgetRules';
import { Force } from './EnforcementPlan';
import { EntityRules } from './entityRules';
import { EvidenceIndex } from './EvidenceIndex';
import { GovernanceIndex } from './GovernanceIndex';
import { judgeBudget, JudgedFacts } from './judgeBudget';
import { judgeCheck } from './judgeCheck';
import { judgeFindings } from './judgeFinding';
import { judgeSlo } from './judgeSlo';
import { listSubjects } from './listSubjects';
import { scoreScorecards } from './scoreScorecards';
import { VerdictParts } from './VerdictParts';

const DEFAULT_MAX_SUBJECTS = 50;
const NOT_JUDGED_EXAMPLES = 10;

/**
 * Judges one entity by facts, under rules resolved before: budgets and SLOs first, then checks, which may
 * look at them, then findings, whose rules are facts themselves, then scorecards, which look at all.
 *
 * Of verdicts of a rule, `limit`, `story` and `enforcement` are the same frozen objects as long as
 * they come from the same definitions, also over entities and time.
 *
 * @public
 */
export function judge(
  rules: EntityRules,
  facts: EntityFacts,
  options: { maxSubjects?: number } = {},
): Evaluation {
  const { maxSubjects = DEFAULT_MAX_SUBJECTS } = options;
  const now = Date.parse(facts.now);
  const judged: JudgedFacts = {
    rules,
    index: new EvidenceIndex(facts),
    governance: new GovernanceIndex(facts, now),
    parts: new VerdictParts(rules.entityRef),
    measurements: facts.measurements,
    now,
  };
  const budgets: BudgetVerdict[] = [];
  const notJudged: NotJudged[] = [];
  for (const rule of rules.budgets) {
    judgeRule(rule, judged, maxSubjects, budgets, notJudged);
  }
  const slos = rules.slos.map(rule =>
    judgeSlo(rule, rules.entityRef, facts.slos ?? [], judged.governance, now),
  );
  const checks = rules.checks.map(rule =>
    judgeCheck(rule, { budgets, slos }, facts, judged.governance, now),
  );
  const findings = judgeFindings(rules, facts.findings, judged.governance, now);
  const verdicts: Verdict[] =
    checks.length > 0 || slos.length > 0 || findings.length > 0
      ? [...budgets, ...slos, ...checks, ...findings]
      : budgets;
  return {
    verdicts,
    notJudged,
    scorecards: scoreScorecards(rules.scorecards, verdicts, {
      areFindingsKnown: facts.findings !== undefined,
    }),
  };
}

function judgeRule(
  rule: BudgetRule,
  facts: JudgedFacts,
  maxSubjects: number,
  verdicts: BudgetVerdict[],
  notJudged: NotJudged[],
): void {
  const subjects = listSubjects(rule, facts.rules, facts.index);
  const { governance, now } = facts;
  const trustedFrom = (definitionId: string) =>
    governance.trustedFrom(definitionId, rule.ruleId);
  let environment: string | undefined;
  let force: Force | undefined;
  const count = Math.min(subjects.length, maxSubjects);
  for (let index = 0; index < count; index++) {
    const subject = subjects[index];
    if (!force || subject.environment !== environment) {
      environment = subject.environment;
      force = rule.policies.planFor(environment).at(now, trustedFrom);
    }
    verdicts.push(judgeBudget(rule, subject, force, facts));
  }
  if (subjects.length > maxSubjects) {
    notJudged.push({
      ruleId: rule.ruleId,
      count: subjects.length - maxSubjects,
      examples: subjects
        .slice(maxSubjects, maxSubjects + NOT_JUDGED_EXAMPLES)
        .map(({ labels }) => labels),
    });
  }
}
