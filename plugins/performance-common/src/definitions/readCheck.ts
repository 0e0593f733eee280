import { JsonObject } from '@backstage/types';
import {
  CheckCondition,
  CheckSpec,
  ReviewCondition,
  RUN_TYPES,
  RunType,
  VerdictCondition,
} from '../model';
import { didYouMean } from './didYouMean';
import { oneOrMore } from './oneOrMore';
import { ProblemReporter } from './ProblemReporter';
import { readDuration } from './readDuration';
import {
  readFindingSelector,
  WrittenFindingSelector,
} from './readFindingSelector';
import { readMetricPattern } from './readMetric';
import { readPredicate } from './readPredicate';
import { readScope, WrittenScope } from './readScope';

/** A Check's spec as users write it, without what the schema refuses. */
export interface WrittenCheck extends WrittenScope, WrittenConditions {
  area?: string;
  rationale?: string;
  fix?: string;
  guide?: string;
}

/** Exactly one is given, or the schema has told of it. */
interface WrittenConditions {
  verdict?: {
    slo?: string;
    metric?: string;
    statistic?: string;
    area?: string;
    environment?: string | string[];
    expect?: VerdictCondition['expect'];
  };
  entity?: unknown;
  run?: {
    type?: string | string[];
    environment?: string | string[];
    within?: string;
    minDuration?: string;
    atLeast?: number;
  };
  attestation?: { statement?: string; validFor?: string };
  finding?: WrittenFindingSelector & {
    overdue?: boolean;
    countAccepted?: boolean;
  };
  review?: {
    template?: string | string[];
    within?: string;
    maxStaleAnswers?: number;
  };
  external?: { maxAge?: string };
  extension?: { id?: string; options?: JsonObject };
}

const DEFAULT_AREA = 'practices';

/** @returns `undefined` if what it looks at can't be read, or a word for people is missing. */
export function readCheck(
  written: WrittenCheck,
  reporter: ProblemReporter,
): CheckSpec | undefined {
  const { area = DEFAULT_AREA, rationale, fix, guide } = written;
  const scope = readScope(written, reporter);
  const condition = readCondition(written, reporter);
  return rationale === undefined ||
    fix === undefined ||
    guide === undefined ||
    condition === undefined
    ? undefined
    : { ...scope, area, rationale, fix, guide, condition };
}

function readCondition(
  written: WrittenConditions,
  reporter: ProblemReporter,
): CheckCondition | undefined {
  if (written.verdict) {
    const verdict = readVerdictCondition(written.verdict, reporter);
    return verdict && { type: 'verdict', verdict };
  }
  if (written.run) {
    return { type: 'run', run: readRunCondition(written.run, reporter) };
  }
  if (written.attestation) {
    const { statement, validFor } = written.attestation;
    const validForSeconds = readDuration(
      validFor,
      ['spec', 'attestation', 'validFor'],
      reporter,
    );
    return statement === undefined || validForSeconds === undefined
      ? undefined
      : { type: 'attestation', attestation: { statement, validForSeconds } };
  }
  if (written.finding) {
    const { overdue, countAccepted } = written.finding;
    return {
      type: 'finding',
      finding: {
        ...readFindingSelector(written.finding, ['spec', 'finding'], reporter),
        ...(overdue && { overdue }),
        ...(countAccepted && { countAccepted }),
      },
    };
  }
  if (written.review) {
    return {
      type: 'review',
      review: readReviewCondition(written.review, reporter),
    };
  }
  if (written.external) {
    const maxAgeSeconds = readDuration(
      written.external.maxAge,
      ['spec', 'external', 'maxAge'],
      reporter,
    );
    return {
      type: 'external',
      external: { ...(maxAgeSeconds !== undefined && { maxAgeSeconds }) },
    };
  }
  if (written.extension) {
    const { id, options = {} } = written.extension;
    return id === undefined
      ? undefined
      : { type: 'extension', extension: { id, options } };
  }
  const entity =
    written.entity === undefined
      ? undefined
      : readPredicate(written.entity, ['spec', 'entity'], reporter);
  return entity === undefined ? undefined : { type: 'entity', entity };
}

function readVerdictCondition(
  written: NonNullable<WrittenConditions['verdict']>,
  reporter: ProblemReporter,
): VerdictCondition | undefined {
  const { slo, metric = '*', statistic, area, environment } = written;
  if (slo !== undefined) {
    for (const field of ['metric', 'statistic', 'area'] as const) {
      if (written[field] !== undefined) {
        reporter.error(
          'exactly-one',
          ['spec', 'verdict', field],
          `'${field}' is about budgets, and 'slo' about SLOs: a check looks at the one or the other.`,
        );
      }
    }
  }
  const pattern = readMetricPattern(
    { metric, statistic },
    ['spec', 'verdict'],
    reporter,
  );
  return (
    pattern && {
      ...(slo !== undefined && { slo }),
      ...(written.metric !== undefined && { metric }),
      ...(pattern.statistic && { statistic: pattern.statistic }),
      ...(area !== undefined && { area }),
      ...(environment !== undefined && { environments: [environment].flat() }),
      expect: written.expect ?? 'passing',
    }
  );
}

function readRunCondition(
  written: NonNullable<WrittenConditions['run']>,
  reporter: ProblemReporter,
) {
  const { type, environment, within, minDuration, atLeast = 1 } = written;
  const withinSeconds = readDuration(
    within,
    ['spec', 'run', 'within'],
    reporter,
  );
  const minDurationSeconds = readDuration(
    minDuration,
    ['spec', 'run', 'minDuration'],
    reporter,
  );
  return {
    types: type === undefined ? [...RUN_TYPES] : readRunTypes(type, reporter),
    ...(environment !== undefined && { environments: [environment].flat() }),
    ...(withinSeconds !== undefined && { withinSeconds }),
    ...(minDurationSeconds !== undefined && { minDurationSeconds }),
    atLeast,
  };
}

function readReviewCondition(
  {
    template,
    within,
    maxStaleAnswers,
  }: NonNullable<WrittenConditions['review']>,
  reporter: ProblemReporter,
): ReviewCondition {
  const withinSeconds = readDuration(
    within,
    ['spec', 'review', 'within'],
    reporter,
  );
  return {
    ...(template !== undefined && { templates: [template].flat() }),
    ...(withinSeconds !== undefined && { withinSeconds }),
    ...(maxStaleAnswers !== undefined && { maxStaleAnswers }),
  };
}

function readRunTypes(
  written: string | string[],
  reporter: ProblemReporter,
): RunType[] {
  return oneOrMore(written).flatMap((text, index) => {
    const type = RUN_TYPES.find(known => known === text);
    if (!type) {
      reporter.error(
        'unknown-run-type',
        Array.isArray(written)
          ? ['spec', 'run', 'type', index]
          : ['spec', 'run', 'type'],
        `Unknown type of run '${text}'.${didYouMean(
          text,
          RUN_TYPES,
        )} Known are ${RUN_TYPES.join(', ')}.`,
      );
    }
    return type ?? [];
  });
}
