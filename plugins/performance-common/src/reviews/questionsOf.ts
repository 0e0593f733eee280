import { ReviewArea, ReviewQuestion, ReviewTemplateSpec } from '../model';

/**
 * The questions of a template, in the order in which they are asked.
 *
 * @public
 */
export function questionsOf<Q = ReviewQuestion>(template: {
  areas: readonly { questions: readonly Q[] }[];
}): Q[] {
  return template.areas.flatMap(({ questions }) => questions);
}

/** Each question with its area, by name. */
export function questionsByName(
  template: Pick<ReviewTemplateSpec, 'areas'>,
): Map<string, { area: ReviewArea; question: ReviewQuestion }> {
  return new Map(
    template.areas.flatMap(area =>
      area.questions.map(question => [question.name, { area, question }]),
    ),
  );
}
