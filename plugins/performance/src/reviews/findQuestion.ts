import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import {
  ReviewTemplateContents,
  ReviewTemplateQuestion,
} from '@perf-governance/plugin-performance-react';
import { listQuestions } from './listQuestions';

function typeOf(answer: ReviewAnswer): ReviewTemplateQuestion['type'] {
  if (answer.number !== undefined) {
    return 'number';
  }
  return answer.text === undefined ? 'many' : 'text';
}

/** The question that an answer is to; one that the template doesn't ask any more is known by its name. */
export function findQuestion(
  template: ReviewTemplateContents,
  answer: ReviewAnswer,
): ReviewTemplateQuestion {
  return (
    listQuestions(template).find(
      ({ question }) => question.name === answer.question,
    )?.question ?? {
      name: answer.question,
      title: answer.question,
      type: typeOf(answer),
      choices: [],
      required: false,
      dependsOn: [],
      risks: [],
    }
  );
}
