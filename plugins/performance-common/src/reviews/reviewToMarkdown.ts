import {
  FindingCategory,
  RaisedRisk,
  ReviewAnswer,
  ReviewArea,
  ReviewQuestion,
  ReviewStatus,
  ReviewSubject,
  ReviewTemplateSpec,
  StaleAnswer,
} from '../model';
import { answersByQuestion } from './answersByQuestion';
import { evidenceLines } from './evidenceLines';
import { isQuestionAnswered } from './isQuestionAnswered';
import { plainText, quotedMarkdown } from './markdownText';
import { reviewProgress } from './reviewProgress';

/**
 * A review, or a milestone of one, as a document.
 *
 * @public
 */
export interface ReviewDocument {
  /** The number of the review. */
  id?: string;
  title: string;
  status: ReviewStatus;
  subject: ReviewSubject;
  /** The title of the template; its version is in `templateSpec`. */
  templateTitle: string;
  templateSpec: Pick<ReviewTemplateSpec, 'version' | 'areas'>;
  answers: readonly (ReviewAnswer & {
    /** Who answered last. */
    by?: string;
    /** ISO 8601. */
    at?: string;
  })[];
  raisedRisks: readonly (RaisedRisk & { decision?: ReviewRiskDecision })[];
  stale?: readonly StaleAnswer[];
  reviewers?: readonly string[];
  published?: { by: string; /** ISO 8601. */ at: string };
  /** ISO 8601. */
  nextReviewAt?: string;
  milestone?: {
    number: number;
    name: string;
    by: string;
    /** ISO 8601. */
    at: string;
  };
  /** Of runs, SLOs, verdicts and attachments that are evidence; those without one are named without a link. */
  urlOf?: (
    evidence: NonNullable<ReviewAnswer['evidence']>[number],
  ) => string | undefined;
}

/**
 * What a person made of a risk.
 *
 * @public
 */
export interface ReviewRiskDecision {
  type: 'finding' | 'dismissed';
  findingId?: string;
  reason?: string;
  by: string;
}

const STATUS_WORDS: Record<ReviewStatus, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  published: 'Published',
  archived: 'Archived',
};

/**
 * Writes a review as a Markdown document of its own. What people wrote is quoted, with HTML made text, and their titles
 * are escaped, so that it can't pretend to be another part of the document.
 *
 * @public
 */
export function reviewToMarkdown(review: ReviewDocument): string {
  return `${[
    `# ${plainText(review.title)}`,
    headLines(review).join('\n'),
    ...riskSection(review),
    ...review.templateSpec.areas.flatMap(area => areaBlocks(area, review)),
  ].join('\n\n')}\n`;
}

function headLines(review: ReviewDocument): string[] {
  const { subject, published, milestone, reviewers = [] } = review;
  const progress = reviewProgress(review.templateSpec, review.answers);
  return [
    ...(review.id === undefined ? [] : [`- Review: R-${review.id}`]),
    `- Subject: ${
      subject.title === undefined ? '' : `${plainText(subject.title)}, `
    }${plainText(subject.entityRef)}${
      subject.within === undefined
        ? ''
        : `, planned within ${plainText(subject.within)}`
    }`,
    `- Template: ${plainText(review.templateTitle)}, version ${plainText(
      review.templateSpec.version,
    )}`,
    ...(milestone
      ? [
          `- Milestone ${milestone.number}: ${plainText(milestone.name)}, ${day(
            milestone.at,
          )}, ${plainText(milestone.by)}`,
        ]
      : []),
    `- Status: ${STATUS_WORDS[review.status]}${
      published
        ? `${review.status === 'published' ? '' : ', last published'} on ${day(
            published.at,
          )} by ${plainText(published.by)}`
        : ''
    }`,
    ...(reviewers.length > 0
      ? [`- Reviewers: ${reviewers.map(plainText).join(', ')}`]
      : []),
    ...(review.nextReviewAt === undefined
      ? []
      : [`- Next review: ${day(review.nextReviewAt)}`]),
    `- Answered: ${progress.answered} of ${progress.questions} questions${
      progress.notApplicable > 0
        ? `, of which ${progress.notApplicable} not applicable`
        : ''
    }`,
    ...(review.stale?.length
      ? [
          `- Stale: ${review.stale.length} ${
            review.stale.length === 1 ? 'answer' : 'answers'
          }`,
        ]
      : []),
  ];
}

/** A UTC day. */
function day(instant: string): string {
  return instant.slice(0, 10);
}

function riskSection({ raisedRisks, templateSpec }: ReviewDocument): string[] {
  if (raisedRisks.length === 0) {
    return [];
  }
  const titles = new Map(
    templateSpec.areas.flatMap(({ questions }) =>
      questions.map(({ name, title }) => [name, title]),
    ),
  );
  return [
    '## Risks',
    ...raisedRisks.map(risk =>
      [
        `### ${plainText(risk.title)}`,
        [
          `- Raised by: ${plainText(
            titles.get(risk.question) ?? risk.question,
          )}`,
          `- Category: ${words(risk.category)}`,
          `- Severity: ${words(risk.severity)}; likelihood: ${words(
            risk.likelihood,
          )}${risk.effort ? `; effort: ${risk.effort}` : ''}`,
          `- Decision: ${describeDecision(risk.decision)}`,
        ].join('\n'),
        ...(risk.description ? [quotedMarkdown(risk.description)] : []),
        'Recommendation:',
        quotedMarkdown(risk.recommendation),
      ].join('\n\n'),
    ),
  ];
}

function words(name: FindingCategory | RaisedRisk['severity']): string {
  return name.replaceAll('-', ' ');
}

function describeDecision(decision: ReviewRiskDecision | undefined): string {
  if (!decision) {
    return 'open';
  }
  const by = plainText(decision.by);
  return decision.type === 'finding'
    ? `finding F-${plainText(decision.findingId ?? '')}, made by ${by}`
    : `dismissed by ${by}: ${plainText(decision.reason ?? '')}`;
}

function areaBlocks(area: ReviewArea, review: ReviewDocument): string[] {
  const answers = answersByQuestion(review.answers);
  return [
    `## ${plainText(area.title)}`,
    ...(area.description ? [quotedMarkdown(area.description)] : []),
    ...area.questions.flatMap(question => [
      `### ${plainText(question.title)}`,
      ...answerBlocks(question, answers.get(question.name), review),
    ]),
  ];
}

function answerBlocks(
  question: ReviewQuestion,
  answer: ReviewDocument['answers'][number] | undefined,
  review: ReviewDocument,
): string[] {
  const blocks = [...valueBlocks(question, answer)];
  if (answer?.notes?.trim()) {
    blocks.push('Notes:', quotedMarkdown(answer.notes));
  }
  if (answer?.evidence?.length) {
    blocks.push(
      'Evidence:',
      evidenceLines(answer.evidence, review.urlOf).join('\n'),
    );
  }
  const stale = review.stale?.find(each => each.question === question.name);
  if (stale) {
    blocks.push(`Stale since its publication: ${describeChanges(stale)}.`);
  }
  if (answer?.by !== undefined) {
    const isAnswered = isQuestionAnswered(question, answer);
    blocks.push(
      `${isAnswered ? 'Answered' : 'Last changed'} by ${plainText(answer.by)}${
        answer.at === undefined ? '' : ` on ${day(answer.at)}`
      }.`,
    );
  }
  return blocks;
}

function valueBlocks(
  question: ReviewQuestion,
  answer: ReviewAnswer | undefined,
): string[] {
  if (answer?.notApplicable !== undefined) {
    return [`Not applicable: ${plainText(answer.notApplicable)}`];
  }
  if (question.type === 'number' && answer?.number !== undefined) {
    const unit = question.unit === undefined ? '' : ` ${question.unit}`;
    return [`**${plainText(`${answer.number}${unit}`)}**`];
  }
  if (question.type === 'text' && answer?.text?.trim()) {
    return [quotedMarkdown(answer.text)];
  }
  const given = question.choices.filter(({ name }) =>
    answer?.choices?.includes(name),
  );
  return given.length > 0
    ? [given.map(({ title }) => `- **${plainText(title)}**`).join('\n')]
    : ['Not answered.'];
}

function describeChanges({ changes }: StaleAnswer): string {
  return changes
    .flatMap(({ dependency, added, removed }) => [
      ...added.map(each => `${dependency}: ${plainText(each)} is new`),
      ...removed.map(each => `${dependency}: ${plainText(each)} is gone`),
    ])
    .join('; ');
}
