import { PolicySpec, PolicyStage } from '../model';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readDate } from './readDate';
import { readDuration } from './readDuration';
import { readRuleSelector, WrittenRuleSelector } from './readRuleSelector';
import { readScope, WrittenScope } from './readScope';
import { readSelector, WrittenSelector } from './readSelector';
import { readShare } from './readShare';

/** A Policy's spec as users write it, without what the schema refuses. */
export interface WrittenPolicy extends Pick<WrittenScope, 'appliesTo'> {
  rules?: (WrittenRuleSelector & { scorecard?: string })[];
  stages?: {
    stage?: PolicyStage['stage'];
    from?: string;
    for?: WrittenSelector;
  }[];
  evidence?: { maxAge?: string; required?: boolean };
  ratchet?: { tolerance?: string | number };
}

export function readPolicy(
  written: WrittenPolicy,
  reporter: ProblemReporter,
): PolicySpec {
  const { evidence, ratchet } = written;
  const tolerance =
    ratchet?.tolerance === undefined
      ? undefined
      : readShare(
          ratchet.tolerance,
          ['spec', 'ratchet', 'tolerance'],
          reporter,
        );
  const maxAgeSeconds = readDuration(
    evidence?.maxAge,
    ['spec', 'evidence', 'maxAge'],
    reporter,
  );
  return {
    ...readScope(written, reporter),
    rules: readRules(written, reporter),
    stages: readStages(written, reporter),
    ...(evidence && {
      evidence: {
        ...(maxAgeSeconds !== undefined && { maxAgeSeconds }),
        ...(evidence.required !== undefined && {
          required: evidence.required,
        }),
      },
    }),
    ...(tolerance !== undefined && { ratchet: { tolerance } }),
  };
}

function readRules(
  { rules = [] }: WrittenPolicy,
  reporter: ProblemReporter,
): PolicySpec['rules'] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const path = ['spec', 'rules', index];
    const read =
      rule.scorecard === undefined
        ? readRuleSelector(rule, path, reporter)
        : { scorecard: rule.scorecard };
    if (!read) {
      return [];
    }
    if (seen.has(JSON.stringify(read))) {
      reporter.error(
        'duplicate-rule',
        path,
        'The policy names this rule already.',
      );
    }
    seen.add(JSON.stringify(read));
    return read;
  });
}

function readStages(
  { stages = [] }: WrittenPolicy,
  reporter: ProblemReporter,
): PolicyStage[] {
  const read = stages.map((stage, index): Partial<PolicyStage> => {
    const path = ['spec', 'stages', index];
    const from =
      stage.from === undefined
        ? undefined
        : readDate(stage.from, [...path, 'from'], reporter);
    return {
      ...(stage.stage !== undefined && { stage: stage.stage }),
      ...(from !== undefined && { from }),
      ...(stage.for && {
        for: readSelector(stage.for, [...path, 'for'], reporter),
      }),
    };
  });
  const isReadable = (
    stage: Partial<PolicyStage>,
    index: number,
  ): stage is PolicyStage =>
    stage.stage !== undefined &&
    Object.keys(stages[index]).every(field => field in stage);
  read.forEach((stage, index) => {
    if (isReadable(stage, index)) {
      checkOrder(
        stage,
        read.slice(0, index).filter(isReadable),
        ['spec', 'stages', index],
        reporter,
      );
    }
  });
  if (read[0]?.from !== undefined) {
    reporter.warn(
      'first-stage-dated',
      ['spec', 'stages', 0, 'from'],
      read[0].stage === 'block'
        ? 'Until then the policy counts as `observe`; say what holds before, e.g. `- stage: warn` first.'
        : 'Until then the policy has no effect; say what holds before, e.g. `- stage: observe` first.',
    );
  }
  return read.filter(isReadable);
}

/** Stages for the same part of the catalog must follow each other in time. */
function checkOrder(
  stage: PolicyStage,
  before: PolicyStage[],
  path: DocumentPath,
  reporter: ProblemReporter,
): void {
  const part = JSON.stringify(stage.for);
  const later = before.find(
    other =>
      JSON.stringify(other.for) === part &&
      (other.from ?? '') >= (stage.from ?? ''),
  );
  if (later) {
    reporter.error(
      'stage-order',
      stage.from === undefined ? path : [...path, 'from'],
      stage.from === later.from
        ? `Another stage, '${later.stage}', begins at the same time for the same part of the catalog.`
        : `The stage '${later.stage}' before it begins later; write stages in the order they take effect.`,
    );
  }
}
