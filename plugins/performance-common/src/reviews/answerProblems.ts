import { ReviewAnswer, ReviewQuestion, ReviewTemplateSpec } from '../model';
import { draftProblem } from './draftLimit';
import { questionsOf } from './questionsOf';

/** Fields that hold the answer itself, and the types of question they belong to. */
const VALUE_FIELDS: [
  field: 'choices' | 'number' | 'text',
  types: ReviewQuestion['type'][],
  name: string,
][] = [
  ['choices', ['one', 'many'], 'choices'],
  ['number', ['number'], 'a number'],
  ['text', ['text'], 'a text'],
];

const ANSWERED_WITH: Record<ReviewQuestion['type'], string> = {
  one: 'one of its choices',
  many: 'its choices',
  number: 'a number',
  text: 'a text',
};

/**
 * What is wrong with one answer, in sentences for whoever gave it; none where it can be kept. An empty answer is
 * fine: it takes the former one back.
 *
 * @public
 */
export function answerProblems(
  template: Pick<ReviewTemplateSpec, 'areas'>,
  answer: ReviewAnswer,
): string[] {
  const question = questionsOf(template).find(
    ({ name }) => name === answer.question,
  );
  return question
    ? problemsOf(question, answer)
    : [`The template has no question '${answer.question}'.`];
}

/** As {@link answerProblems}, for an answer to this question. */
export function problemsOf(
  question: ReviewQuestion,
  answer: ReviewAnswer,
): string[] {
  if (answer.notApplicable !== undefined) {
    return notApplicableProblems(answer);
  }
  const problems: string[] = [];
  for (const [field, types, name] of VALUE_FIELDS) {
    if (isGiven(answer, field) && !types.includes(question.type)) {
      problems.push(
        `The question is answered with ${
          ANSWERED_WITH[question.type]
        }, not with ${name}.`,
      );
    }
  }
  return problems.length > 0 ? problems : valueProblems(question, answer);
}

/** Screens may send the empty fields of other types along. */
function isGiven(
  answer: ReviewAnswer,
  field: 'choices' | 'number' | 'text',
): boolean {
  const value = answer[field];
  return Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== '';
}

function notApplicableProblems(answer: ReviewAnswer): string[] {
  const problems: string[] = [];
  if (answer.notApplicable?.trim() === '') {
    problems.push('Say why the question doesn’t apply.');
  }
  if (VALUE_FIELDS.some(([field]) => isGiven(answer, field))) {
    problems.push(
      'A question that doesn’t apply can’t have an answer; take back the one or the other.',
    );
  }
  return problems;
}

function valueProblems(
  question: ReviewQuestion,
  { choices = [], number }: ReviewAnswer,
): string[] {
  if (number !== undefined) {
    return numberProblems(question, number);
  }
  const problems: string[] = [];
  if (question.type === 'one' && choices.length > 1) {
    problems.push(
      `The question takes one choice, not ${choices.length} of them.`,
    );
  }
  if (new Set(choices).size < choices.length) {
    problems.push('A choice is given twice.');
  }
  const known = question.choices.map(({ name }) => name);
  for (const choice of new Set(choices)) {
    if (!known.includes(choice)) {
      problems.push(
        `The question has no choice '${choice}'; it has ${known.join(', ')}.`,
      );
    }
  }
  return problems;
}

function numberProblems({ draft, unit }: ReviewQuestion, number: number) {
  if (!Number.isFinite(number)) {
    return ['That is no number.'];
  }
  const problem = draft && draftProblem(draft, number);
  return problem
    ? [`${number}${unit === undefined ? '' : ` ${unit}`}: ${problem}.`]
    : [];
}
