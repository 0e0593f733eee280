import { ReviewAnswer, ReviewQuestion, ReviewTemplateSpec } from '../model';
import { problemsOf } from './answerProblems';
import { isQuestionAnswered } from './isQuestionAnswered';
import { questionsByName } from './questionsOf';

/**
 * Takes answers along to another version of a template. Reasons why a question doesn't apply always carry over;
 * choices where they are still offered; numbers where they are still in the same unit. Of `many` choices those that
 * are left stay. Notes and evidence stay even where the answer itself is lost; answers to questions that aren't asked
 * any more are left out.
 *
 * @returns in the order given; fields beyond those of an answer are kept.
 * @public
 */
export function carryAnswers<A extends ReviewAnswer>(
  from: Pick<ReviewTemplateSpec, 'areas'>,
  to: Pick<ReviewTemplateSpec, 'areas'>,
  answers: readonly A[],
): A[] {
  const before = questionsByName(from);
  const after = questionsByName(to);
  return answers.flatMap(answer => {
    const old = before.get(answer.question)?.question;
    const present = after.get(answer.question)?.question;
    return (old && present && carryAnswer(old, present, answer)) ?? [];
  });
}

/** @returns `undefined` if nothing is left of it. */
function carryAnswer<A extends ReviewAnswer>(
  from: ReviewQuestion,
  to: ReviewQuestion,
  answer: A,
): A | undefined {
  const carried = withOfferedChoices(from, to, answer);
  if (isCarried(from, to, carried)) {
    return carried;
  }
  const { choices, number, text, ...rest } = answer;
  return rest.notes?.trim() || rest.evidence?.length ? (rest as A) : undefined;
}

/** Whether the answer itself, not only its notes, is an answer to the later question. */
export function isCarried(
  from: ReviewQuestion,
  to: ReviewQuestion,
  answer: ReviewAnswer,
): boolean {
  return (
    isQuestionAnswered(to, answer) &&
    problemsOf(to, answer).length === 0 &&
    (answer.notApplicable !== undefined ||
      answer.number === undefined ||
      from.unit === to.unit)
  );
}

/** Of `many` choices, those that are left. */
export function withOfferedChoices<A extends ReviewAnswer>(
  from: ReviewQuestion,
  to: ReviewQuestion,
  answer: A,
): A {
  if (!answer.choices || from.type !== 'many' || to.type !== 'many') {
    return answer;
  }
  const offered = to.choices.map(({ name }) => name);
  return {
    ...answer,
    choices: answer.choices.filter(name => offered.includes(name)),
  };
}
