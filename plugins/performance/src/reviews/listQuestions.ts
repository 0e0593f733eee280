import {
  ReviewTemplateArea,
  ReviewTemplateContents,
  ReviewTemplateQuestion,
} from '@perf-governance/plugin-performance-react';

/** A question with where it stands among the others. */
export interface PlacedQuestion {
  area: ReviewTemplateArea;
  question: ReviewTemplateQuestion;
  /** From 1, over all areas. */
  position: number;
}

/** A template's questions, one after the other. */
export function listQuestions(
  template: ReviewTemplateContents,
): PlacedQuestion[] {
  return template.areas
    .flatMap(area => area.questions.map(question => ({ area, question })))
    .map((placed, index) => ({ ...placed, position: index + 1 }));
}
