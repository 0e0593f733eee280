import { ReviewAnswer, ReviewQuestion, ReviewTemplateSpec } from '../model';
import { answersByQuestion } from './answersByQuestion';
import { isCarried, withOfferedChoices } from './carryAnswers';
import { describeQuestionChanges } from './describeQuestionChanges';
import { isQuestionAnswered } from './isQuestionAnswered';
import { questionsByName } from './questionsOf';
import { TemplateComparison, TemplateQuestionChange } from './templateChange';

/**
 * What is new in another version of a template, and which of the present answers it takes along; see `carryAnswers`.
 *
 * @param answers - Of a review by `from`; none unless given.
 * @public
 */
export function compareTemplates(
  from: Pick<ReviewTemplateSpec, 'version' | 'areas'>,
  to: Pick<ReviewTemplateSpec, 'version' | 'areas'>,
  answers: readonly ReviewAnswer[] = [],
): TemplateComparison {
  const before = questionsByName(from);
  const after = questionsByName(to);
  const byQuestion = answersByQuestion(answers);
  const displaced = displacedQuestions(from, to);
  const questions: TemplateQuestionChange[] = [];
  for (const [name, { area, question }] of after) {
    const old = before.get(name);
    if (!old) {
      questions.push({
        ...unanswered(question),
        change: 'added',
        details: [
          `New in the area “${area.title}”${
            question.required ? ', and has to be answered' : ''
          }.`,
        ],
      });
      continue;
    }
    const details = describeQuestionChanges(old.question, question);
    const moved = old.area.name !== area.name;
    if (details.length > 0 || moved || displaced.has(name)) {
      questions.push({
        ...fateOfAnswer(old.question, question, byQuestion.get(name)),
        question: name,
        title: question.title,
        change: details.length > 0 ? 'changed' : 'moved',
        details: [
          ...details,
          ...(moved
            ? [`Moved from the area “${old.area.title}” to “${area.title}”.`]
            : []),
          ...(displaced.has(name) && !moved
            ? ['Asked at another place of its area.']
            : []),
        ],
        vanishedChoices: vanishedChoices(old.question, question),
      });
    }
  }
  for (const [name, { area, question }] of before) {
    if (!after.has(name)) {
      const answered = isQuestionAnswered(question, byQuestion.get(name));
      questions.push({
        ...unanswered(question),
        change: 'removed',
        details: [`Not asked any more in the area “${area.title}”.`],
        answered,
        answerLost: answered,
      });
    }
  }
  return { from: from.version, to: to.version, questions };
}

function unanswered({ name, title }: ReviewQuestion) {
  return {
    question: name,
    title,
    vanishedChoices: [],
    answered: false,
    answerLost: false,
  };
}

function fateOfAnswer(
  from: ReviewQuestion,
  to: ReviewQuestion,
  answer: ReviewAnswer | undefined,
): { answered: boolean; answerLost: boolean } {
  if (!answer || !isQuestionAnswered(from, answer)) {
    return { answered: false, answerLost: false };
  }
  return {
    answered: true,
    answerLost: !isCarried(from, to, withOfferedChoices(from, to, answer)),
  };
}

function vanishedChoices(from: ReviewQuestion, to: ReviewQuestion): string[] {
  const offered = new Set(to.choices.map(({ name }) => name));
  return from.choices
    .map(({ name }) => name)
    .filter(name => !offered.has(name));
}

/** Questions that stayed in their area, but changed places with others that did. */
function displacedQuestions(
  from: Pick<ReviewTemplateSpec, 'areas'>,
  to: Pick<ReviewTemplateSpec, 'areas'>,
): Set<string> {
  const displaced = new Set<string>();
  for (const area of to.areas) {
    const old = from.areas.find(({ name }) => name === area.name);
    const oldNames = (old?.questions ?? []).map(({ name }) => name);
    const names = area.questions.map(({ name }) => name);
    const stayed = names.filter(name => oldNames.includes(name));
    const before = oldNames.filter(name => names.includes(name));
    for (const [index, name] of stayed.entries()) {
      if (before[index] !== name) {
        displaced.add(name);
      }
    }
  }
  return displaced;
}
