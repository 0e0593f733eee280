import { RaisedRisk, ReviewAnswer, ReviewTemplateSpec } from '../model';
import { answersByQuestion } from './answersByQuestion';
import { isQuestionAnswered } from './isQuestionAnswered';
import { isSameAnswer } from './isSameAnswer';
import { questionsByName } from './questionsOf';

/**
 * A review at one time: a milestone, or as it stands.
 *
 * @public
 */
export interface ReviewContent<
  A extends ReviewAnswer = ReviewAnswer,
  R extends RaisedRisk = RaisedRisk,
> {
  templateSpec: Pick<ReviewTemplateSpec, 'areas'>;
  answers: readonly A[];
  raisedRisks: readonly R[];
}

/** @public */
export interface ReviewAnswerChange<A extends ReviewAnswer = ReviewAnswer> {
  /** Name of the question. */
  question: string;
  title: string;
  /**
   * `answered` where there was no answer, nor a reason why it doesn't apply; `cleared` where there is none any more;
   * `question-added` and `question-removed` where only one of both templates asks.
   */
  change:
    | 'answered'
    | 'changed'
    | 'cleared'
    | 'question-added'
    | 'question-removed';
  from?: A;
  to?: A;
}

/** @public */
export interface MilestoneComparison<
  A extends ReviewAnswer = ReviewAnswer,
  R extends RaisedRisk = RaisedRisk,
> {
  /** Only what differs: in the order of the later template, then what only the earlier one asks. */
  answers: ReviewAnswerChange<A>[];
  /** A risk is the same as long as its question and title are. */
  risks: { added: R[]; removed: R[] };
}

/**
 * What changed in a review between two times, which may be by different versions of a template.
 *
 * @public
 */
export function compareMilestones<A extends ReviewAnswer, R extends RaisedRisk>(
  from: ReviewContent<A, R>,
  to: ReviewContent<A, R>,
): MilestoneComparison<A, R> {
  const before = questionsByName(from.templateSpec);
  const after = questionsByName(to.templateSpec);
  const oldAnswers = answersByQuestion(from.answers);
  const newAnswers = answersByQuestion(to.answers);
  const answers: ReviewAnswerChange<A>[] = [];
  for (const [name, { question }] of after) {
    const old = oldAnswers.get(name);
    const present = newAnswers.get(name);
    const oldQuestion = before.get(name)?.question;
    const change = oldQuestion
      ? changeOf(
          old,
          isQuestionAnswered(oldQuestion, old),
          present,
          isQuestionAnswered(question, present),
        )
      : 'question-added';
    if (change) {
      answers.push({
        question: name,
        title: question.title,
        change,
        ...(old && { from: old }),
        ...(present && { to: present }),
      });
    }
  }
  for (const [name, { question }] of before) {
    if (!after.has(name)) {
      const old = oldAnswers.get(name);
      answers.push({
        question: name,
        title: question.title,
        change: 'question-removed',
        ...(old && { from: old }),
      });
    }
  }
  return {
    answers,
    risks: {
      added: without(to.raisedRisks, from.raisedRisks),
      removed: without(from.raisedRisks, to.raisedRisks),
    },
  };
}

function changeOf(
  from: ReviewAnswer | undefined,
  wasAnswered: boolean,
  to: ReviewAnswer | undefined,
  isAnswered: boolean,
): ReviewAnswerChange['change'] | undefined {
  if (wasAnswered !== isAnswered) {
    return isAnswered ? 'answered' : 'cleared';
  }
  // Notes and evidence may differ where there is no answer.
  const question = '';
  return isSameAnswer(from ?? { question }, to ?? { question })
    ? undefined
    : 'changed';
}

function without<R extends RaisedRisk>(
  risks: readonly R[],
  others: readonly R[],
): R[] {
  const keys = new Set(others.map(keyOf));
  return risks.filter(risk => !keys.has(keyOf(risk)));
}

/** Positions may change from one version of a template to the next. */
function keyOf({ question, title }: RaisedRisk): string {
  return JSON.stringify([question, title]);
}
