import {
  applicableDefinitions,
  CheckVerdict,
  Definition,
  evaluate,
  SloVerdict,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knowledge } from './Knowledge';
import { mentionsRelations } from './mentionsRelations';

/** What checks and SLOs of an entity mean for a gate, without a server. */
export interface ChecksOffline {
  /** Those that may close the gate and can be judged here. */
  verdicts: (CheckVerdict | SloVerdict)[];
  /** Those that may close the gate and can't. */
  notJudged: { ruleId: string; message: string }[];
}

/**
 * Judges the checks and SLOs at stage `block` by what was pulled. Without what was pulled, whether a policy may
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
  const { verdicts } = evaluate({
    definitions,
    facts: {
      ...facts,
      subject,
      runs: [],
      series: [],
      environments: [],
      now: now.toISOString(),
    },
  });
  const result: ChecksOffline = { verdicts: [], notJudged: [] };
  for (const verdict of verdicts) {
    if (verdict.kind !== 'budget' && mayBlock(verdict, knowledge)) {
      const obstacle =
        verdict.kind === 'slo'
          ? obstacleToSlo(verdict, knowledge)
          : obstacleTo(verdict, definitions, knowledge);
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
      if (condition.type !== 'entity' && !facts) {
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
