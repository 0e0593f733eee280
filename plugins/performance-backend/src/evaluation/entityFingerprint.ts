import {
  Definition,
  ErrorBudgetOutcome,
  Evaluation,
  Evidence,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { hash as digest } from 'node:crypto';
import { ProjectedEntity } from '../catalog/EntityStore';

const definitionHashes = new WeakMap<readonly Definition[], string>();

/**
 * A hash of everything that an evaluation leads to: with the same one as last time there is nothing to
 * write, and no current verdict has to be read to know so.
 *
 * Scorecards follow from verdicts, the entity and its definitions.
 *
 * @param essenceOf - a text that stands for a verdict's rule, area, limit, story, enforcement and waiver.
 */
export function entityFingerprint(input: {
  entity: ProjectedEntity;
  definitions: readonly Definition[];
  evaluation: Evaluation;
  errorBudgets?: ErrorBudgetOutcome;
  essenceOf: (verdict: Verdict) => string;
  /** When each verdict may next change by itself, in their order. */
  changeTimes: readonly (number | undefined)[];
}): string {
  const { entity, definitions, evaluation, errorBudgets, essenceOf } = input;
  const { verdicts, notJudged } = evaluation;
  let text = `${entity.version} ${entity.retired} ${hashOf(definitions)}`;
  if (notJudged.length > 0) {
    text += JSON.stringify(notJudged);
  }
  if (errorBudgets) {
    const { active, unknown } = errorBudgets;
    // What they say with numbers changes all the time, and is recorded when they begin.
    text += JSON.stringify([
      active.map(({ message: _, ...action }) => action),
      unknown,
    ]);
  }
  // The same for most verdicts of an entity: once is enough.
  let lastEnvironment = '';
  let lastChange: number | undefined;
  let lastEvidence: Evidence | undefined;
  for (let index = 0; index < verdicts.length; index++) {
    const verdict = verdicts[index];
    const { subject, state, value, evidence } = verdict;
    text += `\n${essenceOf(verdict)}\t${state}\t${value}`;
    if (subject.environment !== lastEnvironment) {
      lastEnvironment = subject.environment;
      text += `\tin ${lastEnvironment}`;
    }
    const changesAt = input.changeTimes[index];
    if (changesAt !== lastChange) {
      lastChange = changesAt;
      text += `\tuntil ${changesAt}`;
    }
    if (!isSameEvidence(evidence, lastEvidence)) {
      lastEvidence = evidence;
      text += evidence
        ? `\tby ${evidence.runId}\t${evidence.samples}\t${evidence.quantileMethod}`
        : '\tby nothing';
    }
    for (const name of Object.keys(subject.labels)) {
      text += `\t${name}\0${subject.labels[name]}`;
    }
  }
  return sha256(text);
}

function isSameEvidence(
  a: Evidence | undefined,
  b: Evidence | undefined,
): boolean {
  return (
    a === b ||
    (a?.runId === b?.runId &&
      a?.samples === b?.samples &&
      a?.quantileMethod === b?.quantileMethod)
  );
}

/** Ids rise with nothing but new versions of definitions. */
function hashOf(definitions: readonly Definition[]): string {
  let hash = definitionHashes.get(definitions);
  if (hash === undefined) {
    hash = sha256(
      definitions.map(({ id, version }) => `${id} ${version}`).join('\n'),
    );
    definitionHashes.set(definitions, hash);
  }
  return hash;
}

function sha256(text: string): string {
  return digest('sha256', text, 'base64');
}
