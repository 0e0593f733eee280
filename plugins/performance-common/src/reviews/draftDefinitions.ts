import { parseEntityRef } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import {
  DEFINITION_API_VERSION,
  EntitySelector,
  ReviewAnswer,
  ReviewDraft,
  ReviewQuestion,
  ReviewSubject,
  ReviewTemplateSpec,
} from '../model';
import { parseSloDuration } from '../openslo/sloDuration';
import { writeSlo } from '../openslo/writeSlo';
import { answersByQuestion } from './answersByQuestion';
import { draftLimit, draftProblem, draftTarget } from './draftLimit';
import { questionsOf } from './questionsOf';

const REQUESTS = 'http_requests_total{job="{{ entity.metadata.name }}"';

/** What counts as good, and where it is counted, no review asks. */
const PLACEHOLDER = {
  type: 'ratio',
  counter: true,
  good: { source: 'prometheus', query: `sum(${REQUESTS}, code!~"5.."})` },
  total: { source: 'prometheus', query: `sum(${REQUESTS}})` },
} as const;

/** @public */
export interface DraftedDefinitions {
  /** Documents of definitions that `parseDefinitions` reads; empty where there are none. */
  yaml: string;
  /** How many documents. */
  count: number;
}

/**
 * The Budgets and SLOs that the numbers answered make, for the subject alone. An SLO's indicator still has to be filled
 * in: its comment says so.
 *
 * @public
 */
export function draftDefinitions(
  template: Pick<ReviewTemplateSpec, 'areas'>,
  answers: readonly ReviewAnswer[],
  subject: ReviewSubject,
): DraftedDefinitions {
  const byQuestion = answersByQuestion(answers);
  const names = new Set<string>();
  const documents = questionsOf(template).flatMap(question => {
    const { draft } = question;
    const answer = byQuestion.get(question.name);
    const number = answer?.notApplicable === undefined && answer?.number;
    return draft &&
      typeof number === 'number' &&
      draftProblem(draft, number) === undefined
      ? writeDraft(question, draft, number, subject, names)
      : [];
  });
  return { yaml: documents.join('---\n'), count: documents.length };
}

function writeDraft(
  question: ReviewQuestion,
  draft: ReviewDraft,
  number: number,
  subject: ReviewSubject,
  names: Set<string>,
): string {
  const title = subject.title ?? parseEntityRef(subject.entityRef).name;
  const appliesTo = selectorOf(subject);
  const description = `From a review: ${question.title} ${number}${
    question.unit === undefined ? '' : ` ${question.unit}`
  }`;
  if (draft.type === 'budget') {
    const name = uniqueName(subject, question.name, names);
    return stringify(
      {
        apiVersion: DEFINITION_API_VERSION,
        kind: 'Budget',
        metadata: {
          name,
          title: `${title}: ${draft.statistic} of ${draft.metric}`,
          description,
        },
        spec: {
          appliesTo,
          metric: draft.metric,
          statistic: draft.statistic,
          ...(draft.environment !== undefined && {
            environment: draft.environment,
          }),
          limits: { fail: draftLimit(draft, number) },
        },
      },
      { lineWidth: 0 },
    );
  }
  return `# Fill in what is measured: good and total events, and the metric source that counts them.\n${writeSlo(
    {
      metadata: {
        name: uniqueName(subject, draft.name, names),
        title: `${title}: ${draft.name}`,
        description,
      },
      spec: {
        appliesTo,
        environment: 'production',
        indicator: PLACEHOLDER,
        timeWindow: {
          type: 'rolling',
          duration: parseSloDuration(draft.window) ?? {
            count: 28,
            unit: 'day',
          },
        },
        budgetingMethod: 'Occurrences',
        objectives: [{ name: 'objective-1', target: draftTarget(number) }],
      },
    },
  )}`;
}

/** Only the subject, wherever the definition is kept. */
function selectorOf({ entityRef }: ReviewSubject): EntitySelector {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    entity: {
      kind,
      'metadata.name': name,
      ...(namespace !== 'default' && { 'metadata.namespace': namespace }),
    },
  };
}

const MAX_NAME = 63;

/** Within the rules for names of definitions, and unlike those before it. */
function uniqueName(
  { entityRef }: ReviewSubject,
  what: string,
  names: Set<string>,
): string {
  const whole = `${parseEntityRef(entityRef).name}-${what}`;
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : `-${count}`;
    const name = `${whole
      .slice(0, MAX_NAME - suffix.length)
      .replace(/[-_.]+$/, '')}${suffix}`;
    if (!names.has(name)) {
      names.add(name);
      return name;
    }
  }
}
