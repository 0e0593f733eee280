import {
  applicableDefinitions,
  CheckVerdict,
  Definition,
  EntityRules,
  FindingVerdict,
  findingRuleId,
  judge,
  resolveEntityRules,
  SloVerdict,
  stageStandingAt,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knowledge } from './Knowledge';
import { mentionsRelations } from './mentionsRelations';

/** What checks, SLOs and findings of an entity mean for a gate, without a server. */
export interface ChecksOffline {
  /** Those that may close the gate and can be judged here. */
  verdicts: (CheckVerdict | SloVerdict | FindingVerdict)[];
  /** Those that may close the gate and can't. */
  notJudged: { ruleId: string; message: string }[];
}

/**
 * Judges the checks, SLOs and findings at stage `block` by what was pulled. Without what was pulled, whether a policy may
 * block isn't known either.
 */
export function judgeChecksOffline(
  knowledge: Knowledge,
  now: Date,
): ChecksOffline {
  const { subject, facts } = knowledge;
  const definitions = applicableDefinitions(
    knowledge.definitions,
    subject,
  ).filter(({ kind }) => kind !== 'Budget');
  const rules = resolveEntityRules(definitions, subject);
  const { verdicts } = judge(rules, {
    ...facts,
    subject,
    runs: [],
    series: [],
    environments: [],
    now: now.toISOString(),
  });
  const result: ChecksOffline = { verdicts: [], notJudged: [] };
  if (!facts?.findings && mayFindingsBlock(rules, now)) {
    result.notJudged.push({
      ruleId: findingRuleId('*'),
      message:
        'Findings are not judged: which there are is only known to the server.',
    });
  }
  for (const verdict of verdicts) {
    if (verdict.kind !== 'budget' && mayBlock(verdict, knowledge)) {
      const obstacle = obstacleOf(verdict, definitions, knowledge);
      if (obstacle) {
        result.notJudged.push({
          ruleId: verdict.ruleId,
          message: `${verdict.title} is not judged: ${obstacle}.`,
        });
      } else {
        result.verdicts.push(verdict);
      }
    }
  }
  return result;
}

/** Whether a verdict may close the gate, as far as is known here. */
export function mayBlock(
  { enforcement }: Verdict,
  { facts }: Pick<Knowledge, 'facts'>,
): boolean {
  return (
    enforcement.stage === 'block' ||
    (!facts && enforcement.story.some(({ effect }) => effect === 'withheld'))
  );
}

/** Whether some finding of the entity would close the gate, as far as policies go. */
function mayFindingsBlock(
  { findingPolicies }: EntityRules,
  now: Date,
): boolean {
  return findingPolicies.some(
    ({ stages }) => stageStandingAt(stages, now).stage === 'block',
  );
}

/** Why a verdict can't be judged here, half a sentence. */
function obstacleOf(
  verdict: CheckVerdict | SloVerdict | FindingVerdict,
  definitions: readonly Definition[],
  knowledge: Knowledge,
): string | undefined {
  switch (verdict.kind) {
    case 'slo':
      return obstacleToSlo(verdict, knowledge);
    case 'check':
      return obstacleTo(verdict, definitions, knowledge);
    default:
      // Whatever finding is known here was pulled with all of them.
      return undefined;
  }
}

/** Why an SLO can't be judged here, half a sentence. */
function obstacleToSlo(
  { story }: SloVerdict,
  { facts }: Knowledge,
): string | undefined {
  const isKnown = facts?.slos?.some(({ definitionId }) =>
    story.some(part => part.definitionId === definitionId),
  );
  return isKnown ? undefined : 'how it stands is only known to the server';
}

/** Why a check can't be judged here, half a sentence. */
function obstacleTo(
  { definitionName, enforcement }: CheckVerdict,
  definitions: readonly Definition[],
  { subject, facts }: Knowledge,
): string | undefined {
  for (const definition of definitions) {
    if (
      definition.kind === 'Check' &&
      definition.metadata.name === definitionName
    ) {
      const { condition } = definition.spec;
      if (
        condition.type === 'verdict' &&
        (condition.verdict.slo === undefined || !facts?.slos)
      ) {
        return condition.verdict.slo === undefined
          ? 'it looks at current budgets, which only the server knows'
          : 'it looks at SLOs, which only the server knows';
      }
      if (
        (condition.type === 'finding' && !facts?.findings) ||
        (condition.type === 'review' && !facts?.reviews) ||
        (condition.type !== 'entity' && !facts)
      ) {
        return 'what it looks at is only known to the server';
      }
      if (
        condition.type === 'entity' &&
        subject.entity.relations === undefined &&
        mentionsRelations(condition.entity)
      ) {
        return 'it looks at relations, which only the catalog knows';
      }
    }
  }
  return enforcement.stage === 'block'
    ? undefined
    : 'whether its policy may block yet is only known to the server';
}
